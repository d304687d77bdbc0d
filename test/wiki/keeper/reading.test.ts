/** What the panel is given to read a page by, from a real wiki: names and dates once a day, a revision with its HTML. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failed } from '../../../src/contract/problem.ts';
import { createKeeper } from '../../../src/keeper/main.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';
import { clientOf, transportAs } from './tools.ts';

const day = 24 * 3_600_000;
let wiki: Wiki;
let base: string;
let keeper: ReturnType<typeof createKeeper>;
let now = Date.now();
let calls = 0;
let isDown = false;

beforeAll(async () => {
	wiki = await testWiki();
	base = `${wiki.base}/w`;
	const nobody = await wiki.apiAs('');
	const transport = transportAs(nobody);
	const { services } = clientOf(nobody, { about: null }, () => now);
	keeper = createKeeper({
		...services,
		wikiApi: async (_, call) => {
			calls++;
			return isDown ? failed('wiki-unreachable') : transport(call);
		},
	});
});
afterAll(() => wiki.stop());

test('a wiki is asked for its names and dates once a day, and yesterday’s serve when it is down', async () => {
	const first = await keeper.wikiData({ wiki: base });
	expect(first).toMatchObject({ ok: true, value: { articlePath: '/wiki/$1', namespaceIds: { user_talk: 3 } } });
	const asked = calls;
	expect(await keeper.wikiData({ wiki: base })).toEqual(first);
	expect(calls).toBe(asked);
	now += day + 1;
	isDown = true;
	expect(await keeper.wikiData({ wiki: base })).toEqual(first);
	expect(calls).toBeGreaterThan(asked);
	isDown = false;
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
