/** One piece of evidence from the history's word and the page's own reading: who wins where they differ. */
import { expect, test } from 'vitest';
import { sha256, toHex } from '../../../../src/contract/bytes.ts';
import type { Evidence } from '../../../../src/contract/evidence.ts';
import type { Target } from '../../../../src/contract/target.ts';
import { combine } from '../../../../src/panel/evidence/combine.ts';
import { asksOther, corrected } from '../../../../src/panel/evidence/corrected.ts';
import type { Exact } from '../../../../src/panel/evidence/exact.ts';
import { namedIn } from '../../../../src/panel/features/report/named.ts';

const target: Target = {
	type: 'comment',
	wiki: 'https://wiki.example/w',
	page: 'Talk:Lamp',
	shownRevision: 9,
	author: 'Ana',
	at: '2026-11-03T10:15:00Z',
	quote: 'As Ana wrote',
	heading: 'Light',
};
const evidence: Evidence = {
	target,
	permalink: 'https://wiki.example/w/index.php?oldid=7',
	addedBy: { revision: 7, user: 'Bo', at: '2026-11-22T08:00:10Z' },
	wikitext: 'before\n:As Ana wrote, go away. Bo\nafter',
	state: 'confirmed',
};
const source = { first: 3, last: 3, text: ':As Ana wrote, go away. Bo', before: 'before', after: 'after' };
const comment = {
	author: 'Bo',
	certain: true,
	candidates: ['Bo'],
	timestampISO: '2026-11-22T08:00:00Z',
	heading: null,
	permalink: null,
};
const exact: Exact = { title: 'Talk:Lamp', revision: 9, comment, text: 'As Ana wrote, go away. Bo', source };

test('author, minute and words are those of the reading, lines and hash those of the source', async () => {
	const found = await combine(evidence, exact);
	expect(found.target).toMatchObject({ author: 'Bo', at: '2026-11-22T08:00:00Z', quote: 'As Ana wrote, go away. Bo' });
	expect(found.target.heading).toBeUndefined();
	expect(found).toMatchObject({ wikitext: source.text, hash: toHex(await sha256(source.text)), state: 'confirmed' });
	expect(found.reading).toEqual({
		revision: 9,
		onPage: true,
		authorCertain: true,
		inSource: true,
		lines: { first: 3, last: 3 },
		before: 'before',
		after: 'after',
	});
});

test('the passage as it was added is kept beside where it reads differently now', async () => {
	const found = await combine({ ...evidence, wikitext: ':As Ana wrote, drown. Bo' }, exact);
	expect(found.wikitext).toBe(source.text);
	expect(found.reading?.asAdded).toBe(':As Ana wrote, drown. Bo');
});

test('several names in a signature are nobody, until the history names one of them', async () => {
	const several = { ...exact, comment: { ...comment, certain: false, candidates: ['Ana', 'Bo'] } };
	const open = await combine({ ...evidence, addedBy: undefined }, several);
	expect(open.target.author).toBeNull();
	expect(open.reading).toMatchObject({ authorCertain: false, signers: ['Ana', 'Bo'] });
	const settled = await combine(evidence, several);
	expect(settled.target.author).toBe('Bo');
	expect(settled.reading?.authorCertain).toBe(true);
	const stranger = await combine({ ...evidence, addedBy: { revision: 7, user: 'Chen', at: target.at ?? '' } }, several);
	expect(stranger.target.author).toBeNull();
});

test('nobody who may have written it receives the report', async () => {
	const several = { ...exact, comment: { ...comment, certain: false, candidates: ['Dina', 'Emeka'] } };
	expect(namedIn(target, await combine(evidence, several), [])).toEqual(['Ana', 'Bo', 'Dina', 'Emeka']);
});

test('words that somebody else saved than signed are marked, and both are named', async () => {
	const found = await combine({ ...evidence, addedBy: { revision: 7, user: 'Chen', at: target.at ?? '' } }, exact);
	expect(found.target.author).toBe('Bo');
	expect(found.reading?.authorCertain).toBe(false);
});

test('a comment that the page does not have keeps what was clicked and what the history said', async () => {
	const found = await combine(evidence, { ...exact, comment: null, text: '', source: null });
	expect(found).toEqual({ ...evidence, reading: { revision: 9, onPage: false } });
});

test('a comment from elsewhere has no lines, and its absence from this source is no change', async () => {
	const found = await combine({ ...evidence, state: 'changed' }, { ...exact, source: 'elsewhere' });
	expect(found).toMatchObject({ state: 'confirmed', wikitext: evidence.wikitext, reading: { inSource: false } });
	expect(found.reading?.lines).toBeUndefined();
});

test('where the source could not be searched nothing is said of it', async () => {
	const found = await combine({ ...evidence, state: 'changed' }, { ...exact, source: null });
	expect(found.state).toBe('changed');
	expect(found.reading).toEqual({ revision: 9, onPage: true, authorCertain: true });
});

test('selected words stay as they were selected', () => {
	expect(corrected({ ...target, type: 'selection', author: null }, exact)).toMatchObject({
		author: 'Bo',
		quote: 'As Ana wrote',
	});
});

test('the history is asked again for another author or minute only', () => {
	expect(asksOther(target, corrected(target, exact))).toBe(true);
	expect(asksOther(target, { ...target, at: '2026-11-03T10:15:42Z', quote: 'other' })).toBe(false);
});
