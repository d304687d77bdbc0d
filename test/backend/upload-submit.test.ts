/** What an uploader's client may learn: of closed lists nothing, by no answer, header or order; of the wiki's own things what is public. */
import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { canaryHashes } from './setup/upload.ts';
import { dropOldHints } from '../../src/backend/store/upload-matches.ts';
import type { SubmittedHashes } from '../../src/contract/upload.ts';
import { wikiA } from './setup/people.ts';
import { onBothStores } from './setup/stores.ts';
import { eventually, madePdq, near } from './setup/upload.ts';
import { hashesOf, makeUploadWorld, pdqOf, picture, type UploadWorld } from './setup/upload-world.ts';

const submitted = async (bytes: Uint8Array): Promise<SubmittedHashes> => {
	const { sha1, md5, sha256, views } = await hashesOf(bytes);
	return { sha1, md5, sha256, views: [...views] };
};

onBothStores((place) => {
	let world: UploadWorld;
	let anna: string;
	beforeAll(async () => {
		world = await makeUploadWorld(await place.fresh());
		await world.list('abuse', [await pdqOf(picture(1)), await pdqOf(picture(2)), await pdqOf(picture(3))]);
		await world.list('open', [await pdqOf(picture(9))]);
		anna = await world.backend.signIn('Anna');
	});
	afterAll(() => world.stop());
	afterEach(() => world.backend.store.tx((tx) => tx.deleteFrom('upload_match').execute()));

	const post = (what: string, body: unknown, auth = anna) =>
		world.backend.call('POST', `/v1/upload/${what}`, { auth, body });
	const matches = () => world.backend.store.db.selectFrom('upload_match').selectAll().execute();
	const submissions = () => world.backend.store.db.selectFrom('upload_submission').selectAll().execute();
	const compared = (count: number) =>
		eventually(async () => (await submissions()).filter((row) => row.state !== 'waiting').length === count);

	test('matched and unmatched are answered with the same bytes and headers, and only staff learn of a match', async () => {
		const [hit, miss] = [await submitted(picture(1)), await submitted(picture(4))];
		const answers = [await post('submissions', hit), await post('submissions', miss), await post('submissions', hit)];
		const told = answers.map(({ status, body, headers }) =>
			JSON.stringify([status, body, [...headers].filter(([name]) => name !== 'date')]),
		);
		expect(new Set(told).size).toBe(1);
		expect(answers[0]).toMatchObject({ status: 200, body: {} });
		await compared(2);
		expect(await matches()).toMatchObject([{ state: 'hint', title: null, class: 'child-abuse', wiki: wikiA }]);
	});

	test('the answer leaves before anything is looked up', async () => {
		const order: string[] = [];
		const index = world.backend.services.upload?.indexes.get('child-abuse');
		if (!index) throw new Error('no index');
		const search = index.search.bind(index);
		index.search = (...given) => {
			order.push('look-up');
			return search(...given);
		};
		const left = (message: unknown): void => {
			const { request } = message as { request: { url?: string } };
			if (request.url === '/v1/upload/submissions') order.push('answer');
		};
		subscribe('http.server.response.finish', left);
		expect(channel('http.server.response.finish').hasSubscribers).toBe(true);
		try {
			const before = (await submissions()).length;
			for (const mood of [2, 5, 6]) await post('submissions', await submitted(picture(mood)));
			await compared(before + 3);
		} finally {
			unsubscribe('http.server.response.finish', left);
			index.search = search;
		}
		expect(order.filter((what) => what === 'look-up').length).toBeGreaterThanOrEqual(3);
		// Never more look-ups than answers that have left.
		let ahead = 0;
		for (const what of order) expect((ahead += what === 'answer' ? 1 : -1)).toBeGreaterThanOrEqual(0);
	});

	test('no look-up can hold the answer up, or change it by failing', async () => {
		const index = world.backend.services.upload?.indexes.get('child-abuse');
		if (!index) throw new Error('no index');
		const search = index.search.bind(index);
		index.search = () => Promise.reject(new Error('broken'));
		expect(await post('submissions', await submitted(picture(7)))).toMatchObject({ status: 200, body: {} });
		index.search = search;
		// It waits in the store, and is compared when that is possible again.
		world.backend.clock.now += 60_000;
		await eventually(async () => (await submissions()).every((row) => row.state !== 'waiting'));
	});

	test('it serves once; then nothing of it is kept but a tag that says nothing', async () => {
		const hashes = await submitted(picture(3));
		const count = (await submissions()).length;
		await post('submissions', hashes);
		await compared(count + 1);
		for (const { sha1, md5, sha256, views } of await submissions()) {
			expect([sha1, md5, sha256, views]).toEqual([null, null, null, null]);
		}
		await world.backend.store.tx((tx) => tx.deleteFrom('upload_match').execute());
		await post('submissions', hashes);
		const other = await submitted(picture(8));
		await post('submissions', other);
		await compared(count + 2);
		expect(await matches()).toEqual([]);
		expect((await submissions()).length).toBe(count + 2);
	});

	test('a hint becomes a match when the upload is there, and goes when it never comes or the bytes say otherwise', async () => {
		await world.backend.store.tx((tx) => tx.deleteFrom('upload_submission').execute());
		const really = await submitted(picture(1));
		// A client that lies: hashes of another picture under this file's SHA-1.
		const lying = { ...(await submitted(picture(2))), sha1: (await hashesOf(picture(60))).sha1 };
		const never = await submitted(picture(3));
		for (const body of [really, lying, never]) await post('submissions', body);
		await compared(3);
		expect((await matches()).map((match) => match.state)).toEqual(['hint', 'hint', 'hint']);
		world.wiki.upload('File:Really.png', picture(1));
		world.wiki.upload('File:Lying.png', picture(60));
		// Bound to the upload of the same person.
		await eventually(async () => (await submissions()).filter((row) => row.state === 'used').length === 2);
		expect((await matches()).map(({ state, title }) => [state, title]).sort()).toEqual([
			['hint', null],
			['waiting', 'File:Really.png'],
		]);
		await dropOldHints(world.backend.store, world.backend.clock.now + 1);
		expect((await matches()).map((match) => match.state)).toEqual(['waiting']);
	});

	test("the same or a similar file of the wiki is named, a file of a list never; what was deleted isn't either", async () => {
		world.wiki.upload('File:Valley.png', picture(70));
		world.wiki.upload('File:Deleted.png', picture(71));
		await eventually(async () => (await post('duplicates', await submitted(picture(71)))).body['exact'] !== undefined);
		await eventually(async () => {
			const { body } = await post('duplicates', await submitted(picture(70)));
			return JSON.stringify(body['exact']) === '["File:Valley.png"]';
		});
		const { views } = await hashesOf(picture(70));
		const alike = views.map(({ view, hash }) => ({ view, hash: near(hash, 6) }));
		const other = { ...(await submitted(picture(72))), views: alike };
		expect((await post('duplicates', other)).body).toEqual({
			exact: [],
			near: [{ title: 'File:Valley.png', distance: 6 }],
		});
		const listed = { ...(await submitted(picture(73))), views: [{ view: 'full/original', hash: madePdq(1) }] };
		expect((await post('duplicates', listed)).body).toEqual({ exact: [], near: [] });
		world.wiki.files.delete('File:Deleted.png');
		expect((await post('duplicates', await submitted(picture(71)))).body).toEqual({ exact: [], near: [] });
	});

	test('hold and warn are told of lists that the wiki itself publishes, and of no other', async () => {
		expect((await post('wiki-lists', await submitted(picture(9)))).body).toEqual({ action: 'hold', list: 'open' });
		for (const mood of [1, 4]) {
			expect((await post('wiki-lists', await submitted(picture(mood)))).body).toEqual({ action: 'none', list: null });
		}
		await post('submissions', await submitted(picture(9)));
		expect(await matches()).toEqual([]);
	});

	test('so often and no more, whatever the files are; and nothing while the wiki has it switched off', async () => {
		const flood = await world.backend.signIn('Flo');
		const statuses = new Set<number>();
		const body = canaryHashes(madePdq(3));
		for (let times = 0; times < 121; times++) statuses.add((await post('submissions', body, flood)).status);
		expect([...statuses]).toEqual([200, 429]);
		world.world.configure(wikiA, { off: ['upload'] });
		expect(await post('submissions', body)).toMatchObject({ status: 503, body: { problem: 'switched-off' } });
		world.world.configure(wikiA, {});
	});

	test('bad input is told as such: too many views, no hashes, other words', async () => {
		const good = canaryHashes(madePdq(3));
		for (const body of [
			{},
			{ ...good, sha1: 'x' },
			{ ...good, views: Array.from({ length: 60 }, () => good.views[0]) },
			{ ...good, views: [{ view: 'upside-down', hash: madePdq(1) }] },
		]) {
			expect([400, 413]).toContain((await post('submissions', body)).status);
		}
	});

	test('no hash, no name and no class in the log', () => {
		const log = world.backend.logged.join('');
		for (const word of [madePdq(3), 'Anna', 'child-abuse', 'File:', 'abuse']) expect(log).not.toContain(word);
	});
});
