/** What the keeper can confirm of a clicked thing on a real wiki: edited, moved, archived, hidden, deleted, long ago. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Evidence } from '../../../src/contract/evidence.ts';
import type { Target } from '../../../src/contract/target.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import type { ApiCall } from '../../../src/contract/page-panel.ts';
import type { Person } from '../person.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';
import { createClock } from './clock.ts';
import { clientOf, everyRight, transportAs } from './tools.ts';

const clock = createClock();
const insult = 'You are a fool and everybody here knows it';
let wiki: Wiki;
let base: string;
let [bo, ana, admin]: Person[] = [];
let calls: ApiCall[] = [];
let keeper: ReturnType<typeof createKeeper>;
let count = 0;

beforeAll(async () => {
	wiki = await testWiki({ settings: everyRight + clock.settings });
	base = `${wiki.base}/w`;
	[bo, ana, admin] = [await wiki.apiAs('Bo'), await wiki.apiAs('Ana'), await wiki.apiAs('Admin')];
	const { services } = clientOf(await wiki.apiAs(''), { about: null }, clock.now);
	const transport = transportAs(await wiki.apiAs(''));
	keeper = createKeeper({
		...services,
		wikiApi: (_, call) => {
			calls.push(call);
			return transport(call);
		},
	});
});
afterAll(async () => {
	await wiki.stop();
	clock.remove();
});

async function confirm(target: Omit<Target, 'wiki'>): Promise<Evidence> {
	calls = [];
	const found = await keeper.confirm({ target: { wiki: base, ...target } });
	if (!found.ok) throw new Error(`${found.problem} ${found.params.join(' ')}`);
	return found.value;
}

const person = (given: Person | undefined): Person => {
	if (!given) throw new Error('not logged in');
	return given;
};

/** A talk page on which Bo says something at a known minute. */
async function talk(text = insult): Promise<{ page: string; revision: number; target: Omit<Target, 'wiki'> }> {
	const page = `Talk:Case ${++count}`;
	await person(ana).edit(page, '== Sources ==\nWhich [[book|one]] did you use? ~~~~\n');
	clock.pass(1);
	const at = new Date(clock.now());
	const revision = await person(bo).append(page, `\n:${text}. ~~~~`);
	clock.pass(1);
	const target = {
		type: 'comment' as const,
		page,
		shownRevision: revision,
		author: 'Bo',
		at: new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString(),
		quote: `${text.replace(/'''|\[\[[^|]*\||\]\]/g, '')}. Bo (talk)`,
	};
	return { page, revision, target };
}

test('R9 the revision that added a comment, in few calls, with source lines and their hash', async () => {
	const { revision, target } = await talk("You are a '''fool''' and [[User:Ana|everybody]] here knows it");
	const evidence = await confirm(target);
	expect(evidence).toMatchObject({
		state: 'confirmed',
		addedBy: { revision, user: 'Bo' },
		permalink: `${base}/index.php?oldid=${revision}`,
		diff: `${base}/index.php?diff=${revision}`,
	});
	expect(evidence.wikitext).toContain("You are a '''fool'''");
	expect(evidence.wikitext).toContain('Which [[book|one]]');
	expect(evidence.hash).toMatch(/^[0-9a-f]{64}$/);
	expect(calls.length).toBeLessThanOrEqual(4);
});

test('R9 edited since: the words are gone from the page and stand in the evidence', async () => {
	const { page, revision, target } = await talk();
	await person(bo).edit(page, 'Nothing was ever said here.');
	const evidence = await confirm(target);
	expect(evidence).toMatchObject({ state: 'changed', addedBy: { revision } });
	expect(evidence.wikitext).toContain(insult);
});

test('other comments since, and a shown revision much later: still the one that added it', async () => {
	const { page, revision, target } = await talk();
	for (const text of ['One more.', 'And another.', 'Last.']) await person(ana).append(page, `\n${text} ~~~~`);
	const later = await person(bo).append(page, '\nBye. ~~~~');
	expect(await confirm({ ...target, shownRevision: later })).toMatchObject({
		state: 'confirmed',
		addedBy: { revision },
	});
});

test('without a time, binary search over a long history finds it in few calls', async () => {
	const page = `Talk:Long ${++count}`;
	const lines: string[] = [];
	let added = 0;
	for (let edit = 0; edit < 60; edit++) {
		if (edit === 23) lines.push(`${insult}.`);
		lines.push(`Line number ${edit} of this page.`);
		const saved = await person(edit === 23 ? bo : ana).edit(page, lines.join('\n'));
		if (edit === 23) added = saved;
		clock.pass(edit % 7);
	}
	const evidence = await confirm({ type: 'selection', page, author: null, quote: insult });
	expect(evidence).toMatchObject({ state: 'confirmed', addedBy: { revision: added, user: 'Bo' } });
	expect(calls.length).toBeLessThanOrEqual(16);
}, 240_000);

test('a page that was moved: found by its revision under the new name', async () => {
	const { page, revision, target } = await talk();
	await person(admin).act({ action: 'move', from: page, to: `${page} moved`, reason: 'x', noredirect: true });
	expect(await confirm(target)).toMatchObject({ state: 'confirmed', addedBy: { revision } });
});

test('a comment in an archive: the author saved it on another page', async () => {
	const { page, revision, target } = await talk();
	const text = await (await person(ana).fetch(`/w/index.php?action=raw&title=${encodeURIComponent(page)}`)).text();
	const archived = await person(ana).edit(`${page}/Archive`, text);
	await person(ana).edit(page, '');
	const evidence = await confirm({ ...target, page: `${page}/Archive`, shownRevision: archived });
	expect(evidence.addedBy).toMatchObject({ revision, user: 'Bo' });
});

test('words put into a mouth: what somebody else saved is not confirmed, and names who did', async () => {
	const { page, target } = await talk('A friendly word for you');
	const forged = await person(ana).append(page, `\n${insult}. [[User:Bo|Bo]] 12:00, 1 January 2026 (UTC)`);
	const evidence = await confirm({ ...target, shownRevision: forged, quote: `${insult}. Bo` });
	expect(evidence).toMatchObject({ state: 'unconfirmed', addedBy: { revision: forged, user: 'Ana' } });
	const absent = await confirm({ ...target, shownRevision: forged, quote: 'These words were never said on this page' });
	expect(absent.state).toBe('unconfirmed');
});

test('a hidden revision is named as hidden: text, author, or suppressed', async () => {
	for (const [hide, suppress] of [
		['content', 'nochange'],
		['user', 'nochange'],
		['content|user', 'yes'],
	] as const) {
		const { page, revision, target } = await talk();
		await person(admin).edit(page, 'Cleaned up.');
		await person(admin).hideRevision(revision, hide, suppress);
		expect(await confirm(target), hide).toMatchObject({ state: 'hidden' });
		expect(await confirm({ type: 'revision', revision, author: 'Bo' }), hide).toMatchObject({ state: 'hidden' });
	}
});

test('a deleted page is named as deleted', async () => {
	const { page, revision, target } = await talk();
	await person(admin).deletePage(page);
	expect(await confirm(target)).toMatchObject({ state: 'deleted' });
	expect(await confirm({ type: 'revision', revision, author: 'Bo' })).toMatchObject({ state: 'deleted' });
	const { shownRevision: _, ...byTitle } = target;
	expect(await confirm(byTitle)).toMatchObject({ state: 'deleted' });
});

test('an edit: its added lines, and its author as the wiki says', async () => {
	const { revision } = await talk();
	const evidence = await confirm({ type: 'revision', revision, author: 'Bo' });
	expect(evidence).toMatchObject({ state: 'confirmed', addedBy: { revision, user: 'Bo' } });
	expect(evidence.wikitext).toContain(insult);
	expect(evidence.wikitext).not.toContain('Which');
	expect(await confirm({ type: 'revision', revision, author: 'Ana' })).toMatchObject({ state: 'unconfirmed' });
});

test('a log entry, visible, claimed of somebody else, hidden', async () => {
	const page = `Talk:Logged ${++count}`;
	await person(ana).edit(page, 'x');
	await person(admin).act({ action: 'move', from: page, to: `${page} b`, reason: 'a nasty reason' });
	const log = (await person(admin).get({
		action: 'query',
		list: 'logevents',
		letitle: page,
		leprop: 'ids|timestamp',
	})) as {
		query: { logevents: { logid: number; timestamp: string }[] };
	};
	const [entry] = log.query.logevents;
	const target = { type: 'log' as const, logId: entry?.logid, at: entry?.timestamp, author: 'Admin' };
	const seen = await confirm(target);
	expect(seen).toMatchObject({ state: 'confirmed' });
	expect(seen.wikitext).toContain('a nasty reason');
	expect(await confirm({ ...target, author: 'Ana' })).toMatchObject({ state: 'unconfirmed' });
	await person(admin).act({
		action: 'revisiondelete',
		type: 'logging',
		ids: entry?.logid,
		hide: 'comment',
		reason: 'x',
	});
	expect(await confirm(target)).toMatchObject({ state: 'hidden' });
});

test('an account, a page, a file and an e-mail', async () => {
	expect(await confirm({ type: 'user', author: 'Bo' })).toMatchObject({ state: 'confirmed' });
	expect(await confirm({ type: 'user', author: 'No such account' })).toMatchObject({ state: 'unconfirmed' });
	const { page, revision } = await talk();
	const whole = await confirm({ type: 'page', page, shownRevision: revision, author: null });
	expect(whole).toMatchObject({ state: 'confirmed', addedBy: { revision } });
	expect(whole.wikitext).toContain(insult);
	expect(await confirm({ type: 'file', page: 'File:Not here.png', author: null })).toMatchObject({ state: 'deleted' });
	const mail = await confirm({ type: 'email', author: 'Bo' });
	expect(mail.state).toBe('unconfirmed');
	expect(mail.permalink).toContain('User%3ABo');
});
