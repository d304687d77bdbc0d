/** What the timeline makes of edits and logs: which edits meet, answer, take back, call by name. */
import { expect, test } from 'vitest';
import { eventsOf, type Material } from '../../../../src/engines/timeline/events.ts';
import { digestsNeeded } from '../../../../src/engines/timeline/revert.ts';
import { edit, start } from './edits.ts';

const material = (more: Partial<Material>): Material => ({
	users: ['Ana', 'Bo'],
	edits: [],
	logs: [],
	digests: new Map(),
	mentions: [],
	index: 'https://wiki.example/w/index.php',
	...more,
});
const brief = (more: Partial<Material>): string[] =>
	eventsOf(material(more)).map(({ type, actor, target, page }) => `${type} ${actor} ${target} ${page}`);

test('H5: only pages that two of them edited are common, and each edit of them is an event with its difference', () => {
	const edits = [edit('Ana', 'Pond', 0), edit('Ana', 'Brook', 5), edit('Bo', 'Pond', 10)];
	const events = eventsOf(material({ edits }));
	expect(events.map(({ page }) => page)).toEqual(['Pond', 'Pond']);
	expect(events[0]).toEqual({
		type: 'edit',
		at: new Date(start).toISOString(),
		actor: 'Ana',
		target: null,
		page: 'Pond',
		namespace: 0,
		revision: edits[0]?.revision,
		log: null,
		link: `https://wiki.example/w/index.php?diff=${edits[0]?.revision}`,
		summary: '',
	});
});

test('an answer is the next word in the same section of a discussion, or the very next edit where no section is named', () => {
	const in1 = { summary: '/* Depth */ which' };
	const in2 = { summary: '/* Width */' };
	const edits = [
		edit('Ana', 'Talk:Pond', 0, in1),
		edit('Ana', 'Talk:Pond', 1, in2),
		edit('Bo', 'Talk:Pond', 2, in1),
		edit('Bo', 'Talk:Pond', 3, in1),
		edit('Ana', 'Talk:Pond', 4),
		edit('Ana', 'Pond', 5, in1),
		edit('Bo', 'Pond', 6, in1),
	];
	expect(brief({ edits })).toEqual([
		'edit Ana null Talk:Pond',
		'edit Ana null Talk:Pond',
		'reply Bo Ana Talk:Pond',
		'edit Bo null Talk:Pond',
		'reply Ana Bo Talk:Pond',
		'edit Ana null Pond',
		'edit Bo null Pond',
	]);
});

test('a word a month later answers nobody', () => {
	const later = 31 * 24 * 60;
	const edits = [edit('Ana', 'Talk:Pond', 0), edit('Bo', 'Talk:Pond', later)];
	expect(brief({ edits })).toEqual(['edit Ana null Talk:Pond', 'edit Bo null Talk:Pond']);
});

test('an undo belongs to the edit its summary names, a rollback to the edit before, in any language', () => {
	const first = edit('Ana', 'Pond', 0);
	const second = edit('Cy', 'Pond', 1);
	const undo = edit('Bo', 'Pond', 2, { tags: ['mw-undo'], summary: `Änderung ${first.revision} rückgängig` });
	const rollback = edit('Ana', 'Pond', 3, { tags: ['mw-rollback'] });
	expect(brief({ users: ['Ana', 'Bo', 'Cy'], edits: [first, second, undo, rollback] }).slice(2)).toEqual([
		'revert Bo Ana Pond',
		'revert Ana Bo Pond',
	]);
	const somebody = edit('Bo', 'Pond', 2, { tags: ['mw-rollback'], parent: 7 });
	expect(brief({ edits: [first, somebody] })[1]).toBe('edit Bo null Pond');
});

test('a revert without tags shows in the digests, also over several edits in a row', () => {
	const edits = [edit('Ana', 'Pond', 0), edit('Ana', 'Pond', 1), edit('Bo', 'Pond', 2), edit('Bo', 'Pond', 30)];
	const [one, two, back] = edits;
	const needed = digestsNeeded([edits]);
	expect(needed.sort()).toEqual([one?.parent, one?.revision, two?.revision, back?.revision].sort());
	const digests = new Map(needed.map((revision) => [revision, `text ${revision}`]));
	expect(brief({ edits, digests })[2]).toBe('edit Bo null Pond');
	digests.set(back?.revision ?? 0, `text ${one?.parent}`);
	expect(brief({ edits, digests })).toEqual([
		'edit Ana null Pond',
		'edit Ana null Pond',
		'revert Bo Ana Pond',
		'edit Bo null Pond',
	]);
});

test('what the wiki marks as taken back was taken back by the edit behind it', () => {
	const edits = [edit('Ana', 'Pond', 0, { tags: ['mw-reverted'] }), edit('Bo', 'Pond', 2)];
	expect(brief({ edits })[1]).toBe('revert Bo Ana Pond');
});

test('calls by name: in summaries, in texts, on user talk pages; an undo names the other one without calling', () => {
	const quiet = edit('Bo', 'Talk:Weir', 3);
	const edits = [
		edit('Bo', 'Weir', 0, { summary: 'as [[Benutzerin:Ana|she]] said' }),
		edit('Bo', 'Weir', 1, { summary: 'as [[Anatomy]] and [[Talk:Anabel]] said' }),
		edit('Bo', 'User talk:Ana', 2),
		quiet,
		edit('Ana', 'Pond', 4),
		edit('Bo', 'Pond', 5, { tags: ['mw-undo'], summary: 'Undid revision by [[Special:Contributions/Ana|Ana]]' }),
	];
	const mentions = [{ revision: quiet.revision, user: 'Ana' }];
	expect(brief({ edits, mentions })).toEqual([
		'mention Bo Ana Weir',
		'mention Bo Ana User talk:Ana',
		'mention Bo Ana Talk:Weir',
		'edit Ana null Pond',
		'revert Bo Ana Pond',
	]);
});

test('thanks and blocks stand between the edits, with their log entries', () => {
	const logs = [
		{ id: 7, type: 'thanks' as const, at: start + 30_000, actor: 'Ana', target: 'Bo', page: 'User:Bo', summary: '' },
	];
	const events = eventsOf(material({ edits: [edit('Ana', 'Pond', 0), edit('Bo', 'Pond', 1)], logs }));
	expect(events.map(({ type }) => type)).toEqual(['edit', 'thanks', 'edit']);
	expect(events[1]).toMatchObject({ log: 7, revision: null, link: expect.stringContaining('logid=7') });
});
