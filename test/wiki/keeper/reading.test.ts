/** What the panel is given to read a page by, from a real wiki: names and dates once a day, a revision with its HTML. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failed } from '../../../src/contract/problem.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';
import { createClock } from './clock.ts';
import { clientOf, transportAs } from './tools.ts';

const clock = createClock();
let wiki: Wiki;
let base: string;
let keeper: ReturnType<typeof createKeeper>;
let calls = 0;
let isDown = false;

beforeAll(async () => {
	wiki = await testWiki({ settings: clock.settings });
	base = `${wiki.base}/w`;
	const nobody = await wiki.apiAs('');
	const transport = transportAs(nobody);
	const { services } = clientOf(nobody, { about: null }, clock.now);
	keeper = createKeeper({
		...services,
		wikiApi: async (_, call) => {
			calls++;
			return isDown ? failed('wiki-unreachable') : transport(call);
		},
	});
});
afterAll(async () => {
	await wiki.stop();
	clock.remove();
});

test('a wiki is asked for its names and dates once a day, and yesterday’s serve when it is down', async () => {
	const first = await keeper.wikiData({ wiki: base });
	expect(first).toMatchObject({ ok: true, value: { articlePath: '/wiki/$1', namespaceIds: { user_talk: 3 } } });
	const asked = calls;
	expect(await keeper.wikiData({ wiki: base })).toEqual(first);
	expect(calls).toBe(asked);
	clock.pass(24.1);
	isDown = true;
	expect(await keeper.wikiData({ wiki: base })).toEqual(first);
	expect(calls).toBeGreaterThan(asked);
	isDown = false;
});

test('a sample that does not tell day from month or hour from minute is taken again soon', async () => {
	clock.pass((Date.UTC(2027, 9, 10, 10, 10, 5) - clock.now()) / 3_600_000);
	const [first, later] = [await keeper.wikiData({ wiki: base }), calls];
	expect(first).toMatchObject({ ok: true, value: { timestampProbe: { text: '10:10, 10 October 2027 (UTC)' } } });
	clock.pass(0.2);
	await keeper.wikiData({ wiki: base });
	expect(calls).toBeGreaterThan(later);
});

test('a revision comes with its source and its HTML, by number or as the newest of a page', async () => {
	const old = await wiki.edit('Ana', 'Talk:Loft', 'First words. ~~~~');
	const title = 'Talk:Loft';
	const revision = await wiki.edit('Bo', title, 'Other words. ~~~~');
	const one = await keeper.rendered({ wiki: base, revision: old });
	expect(one).toMatchObject({ ok: true, value: { title, revision: old } });
	expect(one.ok && one.value.html).toContain('First words.');
	expect(one.ok && one.value.wikitext).toContain('[[User:Ana|Ana]]');
	expect(await keeper.rendered({ wiki: base, title })).toMatchObject({ ok: true, value: { title, revision } });
});

test('a revision that is hidden or not there is a problem of that name', async () => {
	expect(await keeper.rendered({ wiki: base, revision: 999_999 })).toMatchObject({ ok: false, problem: 'not-found' });
	const hidden = await wiki.edit('Bo', 'Talk:Loft', 'Hidden words. ~~~~');
	await wiki.edit('Bo', 'Talk:Loft', 'Newest words. ~~~~');
	await (await wiki.apiAs('Admin')).hideRevision(hidden, 'content');
	expect(await keeper.rendered({ wiki: base, revision: hidden })).toMatchObject({ ok: false, problem: 'forbidden' });
	expect(await keeper.rendered({ wiki: base })).toMatchObject({ ok: false, problem: 'bad-input' });
});
