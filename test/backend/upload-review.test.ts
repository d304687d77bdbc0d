/** Review of matches: who may see and do what, preservation before anything else, two people for a report, and no step without a person. */
import { Decrypter } from 'age-encryption';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordHits, type Hit } from '../../src/backend/store/upload-matches.ts';
import { dropDecided } from '../../src/backend/store/upload-retention.ts';
import { wikiA } from './setup/people.ts';
import { onBothStores } from './setup/stores.ts';
import { eventually } from './setup/upload.ts';
import { hashesOf, makeUploadWorld, pdqOf, picture, reviewers, type UploadWorld } from './setup/upload-world.ts';

const box = Buffer.from('sealed by a client').toString('base64');
const threat = (immediate: boolean) => ({ immediate, grounds: box });

onBothStores((place) => {
	let world: UploadWorld;
	let [abuse, terror] = ['', ''];
	const auth = new Map<string, string>();
	beforeAll(async () => {
		world = await makeUploadWorld(await place.fresh());
		for (const name of [...Object.keys(reviewers), 'Anna', 'Hana', 'Staff safety', 'Staff child-safety']) {
			auth.set(name, await world.backend.signIn(name));
		}
		await world.list('abuse', [await pdqOf(picture(1)), (await hashesOf(picture(1))).md5, await pdqOf(picture(3))]);
		await world.list('terror', [await pdqOf(picture(2))]);
	});
	afterAll(() => world.stop());
	/** A match as the jobs record it, at once: how it comes about is told in the tests of files. */
	async function matched(title: string, mood: number, user: string, hits: readonly Hit[]): Promise<string> {
		const sha1 = world.wiki.upload(title, picture(mood), { user, logged: false });
		const file = { wiki: wikiA, sha1, title, tag: null, now: world.backend.clock.now };
		return world.backend.store.tx(async (tx) => {
			await recordHits(tx, file, hits);
			const { id } = await tx
				.selectFrom('upload_match')
				.select('id')
				.where('sha1', '=', sha1)
				.executeTakeFirstOrThrow();
			return id;
		});
	}
	beforeEach(async () => {
		const near = { kind: 'pdq', distance: 0, view: 'full/original' } as const;
		abuse = await matched('File:One.png', 1, 'Upla', [
			{ class: 'child-abuse', list: 'abuse', n: 1, ...near },
			{ class: 'child-abuse', list: 'abuse', n: 2, kind: 'md5', distance: 0, view: 'file' },
		]);
		terror = await matched('File:Two.png', 2, 'Anna', [{ class: 'terrorism', list: 'terror', n: 1, ...near }]);
	});
	afterEach(async () => {
		world.wiki.isDown = false;
		world.wiki.files.clear();
		// What is under way would come after the clearing.
		await world.settled();
		world.tip.calls.length = 0;
		world.tip.refuses = '';
		await world.backend.store.tx(async (tx) => {
			for (const table of [
				'upload_match',
				'upload_hit',
				'upload_act',
				'upload_preserved',
				'upload_report',
				'upload_file',
			] as const)
				await tx.deleteFrom(table).execute();
		});
	});

	const as = (name: string, method: string, path: string, body?: unknown) =>
		world.backend.call(method, `/v1/upload/${path}`, {
			auth: auth.get(name) ?? '',
			...(body === undefined ? {} : { body }),
		});
	const look = (name: string, id: string, what = 'metadata') => as(name, 'POST', `matches/${id}/looks`, { what });
	const decide = (name: string, id: string, decision: string, more = {}) =>
		as(name, 'POST', `matches/${id}/decisions`, { decision, ...more });
	const report = (name: string, id: string, step: string, more = {}) =>
		as(name, 'POST', `matches/${id}/report`, { step, ...more });
	const verbs = () => world.tip.calls.map((call) => call.verb);

	test('each reviewer sees the queue of their class: metadata, how near, how many hashes agree', async () => {
		const { body } = await as('Rae One', 'GET', 'matches?class=child-abuse');
		expect(body).toMatchObject({
			matches: [
				{ id: abuse, class: 'child-abuse', wiki: wikiA, title: 'File:One.png', state: 'waiting', hits: 2, nearest: 0 },
			],
			next: null,
		});
		expect((await as('Tom', 'GET', 'matches?class=terrorism')).body['matches']).toMatchObject([{ id: terror }]);
		expect((await as('Tom', 'GET', 'matches?class=child-abuse')).status).toBe(403);
		expect((await as('Rae One', 'GET', 'matches?class=terrorism')).status).toBe(403);
		expect((await as('Rae One', 'GET', 'matches?class=wiki')).status).toBe(400);
	});

	test('H7: every route of review, as everybody: signed in, handler, other staff, the reviewer of another class', async () => {
		const calls = (id: string): [string, string, unknown?][] => [
			['GET', 'matches?class=child-abuse'],
			['POST', `matches/${id}/looks`, { what: 'metadata' }],
			['POST', `matches/${id}/decisions`, { decision: 'not-a-match' }],
			['POST', `matches/${id}/report`, { step: 'prepare' }],
			['GET', `matches/${id}/preserved`],
		];
		for (const [method, path, body] of calls(abuse)) {
			expect((await world.backend.call(method, `/v1/upload/${path}`, body ? { body } : {})).status, path).toBe(401);
			for (const name of ['Anna', 'Hana', 'Staff safety', 'Staff child-safety']) {
				expect((await as(name, method, path, body)).status, `${name} ${path}`).toBe(403);
			}
			expect([403, 404], `Tom ${path}`).toContain((await as('Tom', method, path, body)).status);
		}
		const rows = await world.backend.store.db.selectFrom('upload_act').selectAll().execute();
		expect(rows, 'none of it left a trace, or did anything').toEqual([]);
		expect((await as('Rae One', 'GET', 'matches?class=child-abuse')).body['matches']).toHaveLength(1);
	});

	test('every look is kept, pictures are counted for each person, and the evidence says where it comes from', async () => {
		await look('Rae One', abuse);
		await look('Rae One', abuse, 'picture');
		const { body } = await look('Rae One', abuse, 'picture');
		expect(body).toMatchObject({ exposures: 2, state: 'waiting', report: null, preservedUntil: null });
		expect(body['evidence']).toMatchObject([
			{ list: 'abuse', distance: 0, votesFor: 0, version: 2 },
			{ list: 'abuse', distance: 0 },
		]);
		expect((body['acts'] as { act: string }[]).map(({ act }) => act).sort()).toEqual([
			'look-metadata',
			'look-picture',
			'look-picture',
		]);
		const plain = await look('Rae Two', abuse);
		expect(plain.body, 'no picture comes with the metadata').toMatchObject({ exposures: 0, picture: null });
		expect(body['picture']).toBe(Buffer.from(picture(1)).toString('base64'));
	});

	test('to confirm preserves the file first: sealed to the staff key, whole, for the configured time', async () => {
		const done = await decide('Rae One', abuse, 'confirm', { reason: box });
		expect(done).toMatchObject({ status: 200, body: { state: 'confirmed' } });
		const days = (Date.parse(String(done.body['preservedUntil'])) - world.backend.clock.now) / 86_400_000;
		expect(days).toBe(400);
		world.wiki.files.clear();
		const kept = await as('Rae Two', 'GET', `matches/${abuse}/preserved`);
		const opener = new Decrypter();
		opener.addIdentity(world.staffKey.secret);
		const opened = await opener.decrypt(Buffer.from(String(kept.body['sealed']), 'base64'));
		expect(Buffer.from(opened).equals(Buffer.from(picture(1)))).toBe(true);
		expect((await decide('Rae Two', abuse, 'not-a-match')).status, 'decided once').toBe(409);
		const { body } = await look('Rae Two', abuse);
		expect((body['acts'] as { act: string; box: string | null }[]).find(({ act }) => act === 'confirm')?.box).toBe(box);
	});

	test('what cannot be preserved is not confirmed', async () => {
		world.wiki.isDown = true;
		expect((await decide('Rae One', abuse, 'confirm')).body).toMatchObject({ problem: 'wiki-unreachable' });
		world.wiki.isDown = false;
		world.wiki.files.clear();
		expect((await decide('Rae One', abuse, 'confirm')).body).toMatchObject({ problem: 'not-found' });
		expect((await look('Rae One', abuse)).body).toMatchObject({ state: 'waiting', preservedUntil: null });
		expect((await decide('Rae One', abuse, 'not-a-match')).body).toMatchObject({ state: 'not-a-match' });
		expect((await as('Rae One', 'GET', 'matches?class=child-abuse')).body['matches']).toEqual([]);
		expect((await as('Rae One', 'GET', 'matches?class=child-abuse&state=decided')).body['matches']).toHaveLength(1);
	});

	test('decided matches are kept for their time, and as long as their file is preserved', async () => {
		await decide('Rae One', abuse, 'confirm');
		await decide('Tom', terror, 'not-a-match');
		const days = 24 * 3600 * 1000;
		const { store, clock } = world.backend;
		const left = async (after: number): Promise<string[]> => {
			const now = clock.now + after * days;
			for (const id of ['child-abuse', 'terrorism'] as const) await dropDecided(store, id, now - 30 * days, now);
			return (await store.db.selectFrom('upload_match').select('id').execute()).map((row) => row.id);
		};
		expect((await left(29)).sort()).toEqual([abuse, terror].sort());
		expect(await left(31)).toEqual([abuse]);
		expect(await left(399)).toEqual([abuse]);
		expect(await left(401)).toEqual([]);
		expect(await store.db.selectFrom('upload_preserved').selectAll().execute()).toEqual([]);
	});

	test('of two who decide at the same time one does', async () => {
		const both = await Promise.all([decide('Rae One', abuse, 'not-a-match'), decide('Rae Two', abuse, 'escalate')]);
		expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
	});

	test('a report is prepared by one person and sent by another; until it is finished it can be taken back', async () => {
		expect((await report('Rae One', abuse, 'prepare')).status, 'nothing is confirmed yet').toBe(409);
		await decide('Rae One', abuse, 'confirm');
		expect((await report('Rae One', abuse, 'send')).status, 'nothing is prepared yet').toBe(409);
		expect((await report('Rae One', abuse, 'prepare')).body).toEqual({ stage: 'prepared', number: null });
		expect(verbs(), 'nothing has left').toEqual([]);
		expect((await report('Rae One', abuse, 'send')).status, 'the same person').toBe(403);
		expect((await report('Rae Two', abuse, 'send')).body).toEqual({ stage: 'sent', number: '4711' });
		expect(verbs()).toEqual(['submit', 'upload', 'fileinfo']);
		const [submit, upload, info] = world.tip.calls;
		expect(submit?.authorization).toBe(`Basic ${Buffer.from('haven:of the tests').toString('base64')}`);
		expect(submit?.body).toContain('<screenName>Upla</screenName>');
		expect(submit?.body).toContain('title=File%3AOne.png');
		expect(upload?.body).toContain(Buffer.from(picture(1)).toString('latin1'));
		expect(info?.body).toContain(`<originalFileHash hashType="MD5">${(await hashesOf(picture(1))).md5}`);
		expect(info?.body).toContain('<fileViewedByEsp>false</fileViewedByEsp>');
		expect((await report('Rae One', abuse, 'retract')).body).toEqual({ stage: 'retracted', number: '4711' });
		expect((await report('Rae One', abuse, 'finish')).status).toBe(409);
		await report('Rae Two', abuse, 'prepare');
		world.wiki.files.clear();
		expect((await report('Rae One', abuse, 'send')).body, 'the wiki has it no longer').toMatchObject({
			problem: 'not-found',
		});
		const wrong = Buffer.from(picture(5)).toString('base64');
		expect((await report('Rae One', abuse, 'send', { file: wrong })).status, 'another file').toBe(400);
		const file = Buffer.from(picture(1)).toString('base64');
		expect((await report('Rae One', abuse, 'send', { file })).status).toBe(200);
		expect((await report('Rae One', abuse, 'finish')).body).toEqual({ stage: 'finished', number: '4711' });
		expect((await report('Rae One', abuse, 'retract')).status, 'what is finished stands').toBe(409);
		expect(verbs().slice(3)).toEqual(['retract', 'submit', 'upload', 'fileinfo', 'finish']);
	});

	test('a report that is refused half way is taken back there, and can be sent again', async () => {
		await decide('Rae One', abuse, 'confirm');
		await report('Rae One', abuse, 'prepare');
		world.tip.refuses = 'fileinfo';
		expect((await report('Rae Two', abuse, 'send')).status).toBe(500);
		expect(verbs()).toEqual(['submit', 'upload', 'fileinfo', 'retract']);
		world.tip.refuses = '';
		expect((await report('Rae Two', abuse, 'send')).status).toBe(200);
	});

	test('terrorism has its own form, with the threat of immediate harm, and no report to the CyberTipline', async () => {
		expect((await decide('Tom', terror, 'confirm')).status, 'the form is missing').toBe(400);
		expect((await decide('Rae One', abuse, 'confirm', { threat: threat(true) })).status, 'not this class').toBe(400);
		expect((await decide('Tom', terror, 'escalate')).body).toMatchObject({ state: 'escalated' });
		expect((await decide('Tom', terror, 'confirm', { threat: threat(true) })).status).toBe(200);
		const { body } = await look('Tom', terror);
		expect((body['acts'] as { act: string }[]).map(({ act }) => act)).toContain('threat-immediate');
		expect((await report('Tom', terror, 'prepare')).status).toBe(409);
		expect(verbs()).toEqual([]);
	});

	test('a hint, of which only a client has spoken, cannot be decided', async () => {
		const { views, ...hashes } = await hashesOf(picture(3));
		const submitted = await as('Anna', 'POST', 'submissions', { ...hashes, views: [...views] });
		expect(submitted.status).toBe(200);
		const hint = await eventually(async () => {
			const { body } = await as('Rae One', 'GET', 'matches?class=child-abuse');
			return (body['matches'] as { id: string; state: string }[]).find((one) => one.state === 'hint')?.id;
		});
		for (const decision of ['confirm', 'not-a-match', 'escalate']) {
			expect((await decide('Rae One', hint, decision)).status).toBe(409);
		}
	});

	test('the duty rota is told within moments that something waits, and nothing of what', async () => {
		const before = world.told.length;
		world.wiki.upload('File:Three.png', picture(3));
		await eventually(() => Promise.resolve(world.told.length > before));
		for (const told of world.told) expect(told).toBe('/alert {"text":"Wikihaven: something waits for you."}');
	});

	test('nothing happens without a person: after everything that a machine does here, each match only waits', async () => {
		const { views, ...hashes } = await hashesOf(picture(1));
		await as('Anna', 'POST', 'submissions', { ...hashes, views: [...views] });
		await world.list('terror', [(await hashesOf(picture(1))).md5]);
		await world.settled();
		await world.restart();
		world.backend.clock.now += 40 * 24 * 3600 * 1000;
		world.wiki.upload('File:Later.png', picture(3));
		const { sha1 } = await hashesOf(picture(3));
		await eventually(async () =>
			(await world.backend.store.db.selectFrom('upload_match').selectAll().execute()).some(
				(row) => row.sha1 === sha1 && row.state === 'waiting',
			),
		);
		const { db } = world.backend.store;
		const states = await db.selectFrom('upload_match').select('state').execute();
		expect(states.filter((row) => !['hint', 'waiting'].includes(row.state))).toEqual([]);
		expect(states.length).toBeGreaterThanOrEqual(3);
		for (const table of ['upload_act', 'upload_preserved', 'upload_report'] as const) {
			expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
		}
		expect(verbs()).toEqual([]);
		// Of the wiki it only ever reads.
		expect(new Set(world.wiki.asked)).toEqual(
			new Set(['query logevents', 'query allimages', 'query imageinfo', 'file']),
		);
		for (const name of ['Rae One', 'Rae Two', 'Tom']) auth.set(name, await world.backend.signIn(name));
	});
});
