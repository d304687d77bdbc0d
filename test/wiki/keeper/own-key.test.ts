/** Publishing a key on the own page of a real wiki, reading what a wiki is, and answers it gives in bad moments. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyPageOf, readKeyPage } from '../../../src/wiki/key-page.ts';
import { editPage } from '../../../src/wiki/edit.ts';
import { currentUser } from '../../../src/wiki/user.ts';
import { readWikiData } from '../../../src/wiki/wiki-data.ts';
import type { Person } from '../person.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';
import { clientOf, makeKey, makePerson, publicOf, transportAs } from './tools.ts';

let wiki: Wiki;
let base: string;
let handler: Person;

beforeAll(async () => {
	wiki = await testWiki();
	base = `${wiki.base}/w`;
	handler = await makePerson(wiki, 'Fresh handler');
});
afterAll(() => wiki.stop());

const keeperOf = (person: Person) => clientOf(person, { about: null }).keeper;

test('publishing, publishing again with a confirmation, and the same again without a new revision', async () => {
	const keeper = keeperOf(handler);
	const key = await makeKey();
	expect(await keeper.ownKey({ wiki: base })).toEqual({ ok: true, value: null });
	const first = await keeper.publishKey({ wiki: base, key: publicOf(key), confirms: [] });
	expect(first).toMatchObject({ ok: true, value: { page: 'User:Fresh handler/Wikihaven.json' } });
	const confirms = [await key.confirm('key:somebody')];
	const second = await keeper.publishKey({ wiki: base, key: publicOf(key), confirms });
	const third = await keeper.publishKey({ wiki: base, key: publicOf(key), confirms });
	if (!first.ok || !second.ok || !third.ok) throw new Error('not published');
	expect(second.value.revision).toBeGreaterThan(first.value.revision);
	expect(third.value.revision).toBe(second.value.revision);
	expect(await keeper.ownKey({ wiki: base })).toEqual({ ok: true, value: { key: publicOf(key), confirms } });
	const seen = await readKeyPage(transportAs(await wiki.apiAs('')), 'fresh_handler');
	expect(seen).toMatchObject({ ok: true, value: { user: 'Fresh handler', key: publicOf(key) } });
});

test('nobody who is not logged in publishes, and the keeper says who is', async () => {
	const nobody = keeperOf(await wiki.apiAs(''));
	expect(await nobody.wikiUser({ wiki: base })).toEqual({ ok: true, value: { user: null } });
	const key = publicOf(await makeKey());
	expect(await nobody.publishKey({ wiki: base, key, confirms: [] })).toMatchObject({ problem: 'not-signed-in' });
	expect(await keeperOf(handler).wikiUser({ wiki: base })).toEqual({ ok: true, value: { user: 'Fresh handler' } });
});

test('a page that somebody meddled with is told at once, not found out by reporters', async () => {
	const person = await makePerson(wiki, 'Unlucky handler');
	await (await wiki.apiAs('Admin')).edit(keyPageOf('Unlucky handler'), '{}');
	const key = publicOf(await makeKey());
	expect(await keeperOf(person).publishKey({ wiki: base, key, confirms: [] })).toMatchObject({ problem: 'conflict' });
});

test('an edit treads on nobody: begun meanwhile, changed meanwhile, under another name', async () => {
	const transport = transportAs(handler);
	const edit = { title: 'Talk:Shared', text: 'mine', summary: '', base: null, as: 'Fresh handler' };
	const first = await editPage(transport, edit);
	if (!first.ok) throw new Error(first.problem);
	expect(await editPage(transport, { ...edit, text: 'again' })).toMatchObject({ problem: 'conflict' });
	await (await wiki.apiAs('Ana')).edit('Talk:Shared', 'hers');
	expect(await editPage(transport, { ...edit, text: 'over hers', base: first.value })).toMatchObject({
		problem: 'conflict',
	});
	expect(await editPage(transport, { ...edit, as: 'Ana' })).toMatchObject({ problem: 'not-signed-in' });
});

test('a token of before is renewed once', async () => {
	const good = transportAs(handler);
	let asked = 0;
	const stale: typeof good = async (call) =>
		call.params['meta'] === 'tokens' && asked++ === 0
			? { ok: true, value: { query: { tokens: { csrftoken: `${'0'.repeat(40)}+\\` } } } }
			: good(call);
	const edit = { title: 'Talk:Token', text: 'x', summary: '', base: null, as: 'Fresh handler' };
	expect(await editPage(stale, edit)).toMatchObject({ ok: true });
	expect(asked).toBe(2);
});

test('what the comment engine needs is read from any wiki, and its sample is a time stamp of now', async () => {
	const data = await readWikiData(transportAs(await wiki.apiAs('')));
	if (!data.ok) throw new Error(data.problem);
	const { value } = data;
	expect(value.articlePath).toBe('/wiki/$1');
	expect(value.namespaceIds['user_talk']).toBe(3);
	expect(value.specialContributions).toContain('Contributions');
	expect(value.dates['en']?.months[10]).toBe('November');
	expect(value.timestampProbe?.text).toMatch(/\d\d:\d\d, \d+ [A-Z][a-z]+ \d{4} \(UTC\)/);
});

test('a call that was called off is told from one that the wiki refuses, whose reason comes as it said it', async () => {
	const { wikiApi, signal } = clientOf(handler, { about: null }).services;
	const away = transportAs(await wiki.apiAs(''), AbortSignal.abort());
	expect(await currentUser(away)).toMatchObject({ problem: 'cancelled' });
	const reply = await wikiApi(base, { action: 'parse', params: { page: 'No such page' } }, signal);
	expect(reply).toMatchObject({ ok: true, value: { error: { code: 'missingtitle' } } });
});
