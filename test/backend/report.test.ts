/** Reports taken in: once each, with a receipt that verifies, and only for those who may receive them. */
import { createPublicKey, verify } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { ReceiptSchema, receiptText } from '../../src/contract/receipt.ts';
import { ReportStatusSchema } from '../../src/contract/follow.ts';
import type { SealedReport } from '../../src/contract/report.ts';
import { newcomerWaitMs } from '../../src/domain/keys/model.ts';
import { receiptKeys } from '../../src/backend/store/receipt-keys.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { makeWorld, newKey, wikiA, wikiB, type World } from './setup/people.ts';
import { sealedReport } from './setup/sealed.ts';
import { onBothStores } from './setup/stores.ts';

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(() => backend.stop());
	const keys = (...names: string[]) => names.map((name) => world.key(name).public);
	const usual = (change: Partial<SealedReport> = {}) => sealedReport(keys('Hana', 'Hugo', 'recovery'), change);
	const rows = async (): Promise<number> => (await backend.store.db.selectFrom('report').select('id').execute()).length;

	test('R5: the receipt verifies with a listed key, over id, hash and time', async () => {
		const made = await usual();
		const answer = await backend.send(made);
		expect(answer.status).toBe(200);
		const receipt = v.parse(ReceiptSchema, answer.body);
		expect(receipt).toMatchObject({ id: made.id, hash: made.report.hash });
		const listed = (await receiptKeys(backend.store.db)).find((key) => key.id === receipt.key);
		const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: listed?.key ?? '' }, format: 'jwk' });
		const good = (text: string): boolean =>
			verify(null, Buffer.from(text), key, Buffer.from(receipt.signature, 'base64url'));
		expect(good(receiptText(receipt))).toBe(true);
		expect(good(receiptText({ ...receipt, at: '2026-05-01T12:00:01.000Z' }))).toBe(false);
	});

	test('the same report again is one report with the same receipt, also at the same time', async () => {
		const made = await usual();
		const before = await rows();
		const answers = await Promise.all(Array.from({ length: 8 }, () => backend.send(made)));
		backend.clock.now += 60_000;
		answers.push(await backend.send(made));
		expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
		expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
		expect(await rows()).toBe(before + 1);
	});

	test('an id that is taken is a conflict for another capability and for other bytes', async () => {
		const made = await usual();
		await backend.send(made);
		const other = await usual();
		expect(await backend.send({ ...made, secret: randomText(32) })).toMatchObject({
			status: 409,
			body: { problem: 'conflict' },
		});
		expect((await backend.send({ ...made, report: other.report })).status).toBe(409);
		expect((await backend.send(made)).status).toBe(200);
	});

	test('who holds the capability is told the state; nobody else learns that the report exists', async () => {
		const made = await usual();
		await backend.send(made);
		const path = `/v1/reports/${made.id}`;
		const mine = await backend.call('GET', path, { auth: `Capability ${made.secret}` });
		expect(v.parse(ReportStatusSchema, mine.body)).toMatchObject({ id: made.id, state: 'received' });
		const others = await backend.call('GET', path, { auth: `Capability ${randomText(32)}` });
		const nothing = await backend.call('GET', `/v1/reports/${randomText(16)}`, { auth: `Capability ${made.secret}` });
		expect(others.status).toBe(404);
		expect(others.body).toEqual(nothing.body);
	});

	test.each([
		['conduct', ['Hana', 'Hugo', 'recovery']],
		['conduct, one member left out because named in it', ['Hana', 'recovery']],
		['conduct, the second target because the whole first is named', ['Olga', 'recovery']],
		['conduct, several targets because none has two who may see it', ['Hana', 'Olga', 'recovery']],
		['threat', ['safety', 'recovery']],
		['child-safety', ['child-safety', 'recovery']],
		['private-data', ['Olga', 'recovery']],
		['office', ['Olga', 'recovery']],
		['conduct, without recovery because they are named in it, or their key is new to the client', ['Hana', 'Hugo']],
	])('a recipient set of its route is taken: %s', async (name, recipients) => {
		const route = name.split(',')[0] as SealedReport['route'];
		const made = await sealedReport(keys(...recipients), { route });
		expect((await backend.send(made)).status).toBe(200);
	});

	test.each([
		['to the recovery key alone', 'conduct', ['recovery']],
		['child safety to a wiki team', 'child-safety', ['child-safety', 'Hana', 'recovery']],
		['child safety to other staff', 'child-safety', ['child-safety', 'safety', 'recovery']],
		['private data to the local team', 'private-data', ['Olga', 'Hana', 'recovery']],
		['abuse of office to the local team', 'office', ['Hana', 'recovery']],
		['to somebody of another wiki', 'conduct', ['Hana', 'Bea', 'recovery']],
		['twice to one', 'conduct', ['Hana', 'Hana', 'recovery']],
	])('no other key holds a grant: %s', async (_, route, recipients) => {
		const made = await sealedReport(keys(...recipients), { route: route as SealedReport['route'] });
		const before = await rows();
		expect(await backend.send(made)).toMatchObject({ status: 422, body: { problem: 'wrong-recipients' } });
		expect(await rows()).toBe(before);
	});

	test('material about children goes to staff whatever the wiki writes', async () => {
		const routes = { 'child-safety': ['staff:child-safety'], conduct: ['local'] };
		const double = world.wikis.get(wikiA);
		const config = double?.config;
		world.configure(wikiA, { routes });
		if (double?.config.ok) {
			// As if a page had got past the schema.
			double.config = { ok: true, value: { ...double.config.value, routes: { 'child-safety': ['local'] } } };
		}
		const made = await sealedReport(keys('Hana', 'recovery'), { route: 'child-safety' });
		expect((await backend.send(made)).body).toMatchObject({ problem: 'wrong-recipients' });
		if (double && config) double.config = config;
	});

	test('a replaced key counts while clients may still wait for the new one, and not longer', async () => {
		const fresh = await newKey();
		const pages = world.wikis.get(wikiA)?.keys;
		const old = pages?.get('Hugo') ?? [];
		const now = backend.clock.now;
		pages?.set('Hugo', [
			...old.map((key) => ({ ...key, until: now })),
			{ key: fresh.public, revision: 900, from: now, until: null },
		]);
		const withOld = () => sealedReport(keys('Hugo', 'recovery'));
		expect((await backend.send(await withOld())).status).toBe(200);
		expect((await backend.send(await sealedReport([fresh.public, ...keys('recovery')]))).status).toBe(200);
		backend.clock.now = now + newcomerWaitMs;
		expect((await backend.send(await withOld())).status).toBe(422);
		pages?.set(
			'Hugo',
			old.map((key) => ({ ...key, until: now })),
		);
		backend.clock.now = now + 1;
		expect((await backend.send(await withOld())).status, 'taken off the page').toBe(422);
		pages?.set('Hugo', old);
		backend.clock.now = now;
	});

	test('while somebody’s page cannot be read the others still receive, and nobody is refused for good', async () => {
		const pages = world.wikis.get(wikiA)?.keys;
		const hugo = pages?.get('Hugo') ?? [];
		pages?.set('Hugo', null);
		expect((await backend.send(await sealedReport(keys('Hana', 'recovery')))).status).toBe(200);
		expect(await backend.send(await usual())).toMatchObject({ status: 503, body: { problem: 'wiki-error' } });
		const auth = await backend.signIn('Hugo');
		expect((await backend.call('GET', '/v1/cases', { auth })).body).toMatchObject({ problem: 'wiki-error' });
		pages?.set('Hugo', hugo);
	});

	test('switched off, it takes nothing new, and still answers who sent before', async () => {
		const earlier = await usual();
		const receipt = await backend.send(earlier);
		for (const off of [['report'], ['all']] as const) {
			world.configure(wikiA, { off: [...off] });
			expect(await backend.send(await usual())).toMatchObject({ status: 503, body: { problem: 'switched-off' } });
			expect((await backend.send(earlier)).body).toEqual(receipt.body);
		}
		world.configure(wikiA, {});
		expect((await backend.send(await usual())).status).toBe(200);
	});

	test.each([
		['an unknown clause', { section: 'ucoc:9.9' }, 'unknown-clause'],
		['a clause that says too much', { section: 'ucoc:3.1.doxing' }, 'unknown-clause'],
		['an unknown route', { route: 'everybody' }, 'bad-input'],
		['a hash of other bytes', { hash: 'a'.repeat(64) }, 'bad-input'],
		['no base64', { sealed: '<script>' }, 'bad-input'],
		['too much', { sealed: 'A'.repeat(12_000_004) }, 'too-long'],
		['no grants', { grants: [] }, 'bad-input'],
		['a box of the wrong size', { grants: [{ key: '0'.repeat(16), box: 'A'.repeat(8_004) }] }, 'too-long'],
		['a wiki that is not ours', { wiki: 'http://c.wiki.test/w' }, 'config-missing'],
	])('bad input is named: %s', async (_, change, problem) => {
		const made = await usual();
		const answer = await backend.send({ ...made, report: { ...made.report, ...change } as SealedReport });
		expect(answer.body).toMatchObject({ problem });
	});

	test('a body over the limit and one that is not JSON are refused', async () => {
		const auth = `Capability ${randomText(32)}`;
		const path = `/v1/reports/${randomText(16)}`;
		const big = await backend.call('PUT', path, { auth, body: `"${'A'.repeat(14_200_000)}"` });
		expect(big).toMatchObject({ status: 413, body: { problem: 'too-large' } });
		expect((await backend.call('PUT', path, { auth, body: '{' })).body).toMatchObject({ problem: 'bad-input' });
	});

	test('a wiki that cannot be read is told, and nothing is kept', async () => {
		const double = world.wikis.get(wikiB);
		const config = double?.config;
		for (const problem of ['wiki-unreachable', 'config-missing', 'config-broken'] as const) {
			if (double) double.config = { ok: false, problem, params: [] };
			const made = await sealedReport(keys('Bea', 'recovery'), { wiki: wikiB });
			expect(await backend.send(made)).toMatchObject({ status: 503, body: { problem } });
		}
		if (double && config) double.config = config;
	});
});
