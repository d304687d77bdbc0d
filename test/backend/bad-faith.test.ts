/** Slowing a reporter down: two handlers, one report that is proven to be theirs, thirty days, and a way back. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { commitmentText } from '../../src/contract/reporter-verbs.ts';
import { startTestBackend, type Answer, type TestBackend } from './setup/backend.ts';
import { dumpOf, valuesOf } from './setup/dump.ts';
import { makeWorld, wikiA, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { handlerOf, reporterOf } from './setup/sides.ts';
import { onBothStores } from './setup/stores.ts';

const day = 24 * 3_600_000;

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(() => backend.stop());

	async function sent(): Promise<MadeReport> {
		const made = await sealedReport(['Hana', 'Hugo', 'Olga', 'recovery'].map((name) => world.key(name).public));
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}

	/** What a named report carries: the backend's word that it is this account's. */
	async function attested(made: MadeReport, user: string) {
		const salt = randomText(16);
		const commitment = createHash('sha256').update(commitmentText(made.id, salt)).digest('base64url');
		const auth = await backend.signIn(user);
		const { body } = await backend.call('POST', '/v1/attestations', { auth, body: { commitment } });
		return { attestation: body, salt };
	}
	const path = (made: MadeReport): string => `/v1/cases/${made.id}/bad-faith`;
	const find = async (made: MadeReport, handler: string, body: unknown): Promise<Answer> =>
		backend.call('POST', path(made), { auth: await backend.signIn(handler), body });
	const lift = async (made: MadeReport, handler: string, user: string): Promise<Answer> =>
		backend.call('DELETE', path(made), { auth: await backend.signIn(handler), body: { user } });
	const standing = async (user: string): Promise<unknown> =>
		(await backend.call('GET', '/v1/standing', { auth: await backend.signIn(user) })).body;
	const told = async (made: MadeReport): Promise<unknown> =>
		(await reporterOf(backend, made).status()).body['badFaith'];

	const usual = { perDay: 10, slowedUntil: null };
	const until = '2026-05-31T00:00:00.000Z';

	test('one handler’s finding does nothing, however often; a second handler’s slows the account, and it is told', async () => {
		const made = await sent();
		const proof = await attested(made, 'Loud');
		for (let times = 0; times < 3; times++) {
			expect((await find(made, 'Hana', proof)).body).toEqual({ findings: 1, slowedUntil: null });
		}
		expect(await standing('Loud')).toMatchObject(usual);
		expect(await told(made)).toBe(false);
		expect((await find(made, 'Hugo', proof)).body).toEqual({ findings: 2, slowedUntil: until });
		expect(await standing('Loud')).toEqual({ perDay: 1, left: 1, slowedUntil: until });
		expect(await told(made)).toBe(true);
		const thread = await handlerOf(backend, made, await backend.signIn('Hugo')).thread();
		expect(thread.body).toMatchObject({ badFaith: { findings: 2, mine: true } });
		const other = await handlerOf(backend, made, await backend.signIn('Olga')).thread();
		expect(other.body).toMatchObject({ badFaith: { findings: 2, mine: false } });
		// Slowed down is not shut out: a token a day, and work as everybody.
		const auth = await backend.signIn('Loud');
		const { id } = await backend.services.standing.tokens.current();
		const body = { key: id, blinded: [Buffer.alloc(256, 1).toString('base64url')] };
		expect((await backend.call('POST', '/v1/tokens', { auth, body })).status).toBe(200);
		expect((await backend.call('POST', '/v1/tokens', { auth, body })).status).toBe(429);
		expect(
			(await backend.send(await sealedReport(['Hana', 'recovery'].map((name) => world.key(name).public)))).status,
		).toBe(200);
	});

	test('it ends by itself after thirty days, and a third finding after that begins nothing anew', async () => {
		const [start, made] = [backend.clock.now, await sent()];
		const proof = await attested(made, 'Past');
		await find(made, 'Hana', proof);
		await find(made, 'Hugo', proof);
		expect(await standing('Past')).toMatchObject({ perDay: 1 });
		backend.clock.now = start + 30 * day;
		expect(await standing('Past')).toMatchObject(usual);
		expect((await find(made, 'Olga', proof)).body).toEqual({ findings: 3, slowedUntil: null });
		expect(await standing('Past')).toMatchObject(usual);
		backend.clock.now = start;
	});

	test('a third handler takes it back; nobody takes back or repeats their own', async () => {
		const made = await sent();
		const proof = await attested(made, 'Cleared');
		await find(made, 'Hana', proof);
		await find(made, 'Hugo', proof);
		expect((await lift(made, 'Hugo', 'Cleared')).status).toBe(403);
		expect((await lift(made, 'Olga', 'Somebody else')).status).toBe(404);
		expect((await lift(made, 'Olga', 'cleared')).status).toBe(200);
		expect(await standing('Cleared')).toMatchObject(usual);
		expect(await told(made)).toBe(false);
		expect((await lift(made, 'Olga', 'Cleared')).status).toBe(404);
	});

	test('two findings in two reports are not two findings', async () => {
		const [one, two] = [await sent(), await sent()];
		await find(one, 'Hana', await attested(one, 'Twice'));
		await find(two, 'Hugo', await attested(two, 'Twice'));
		expect(await standing('Twice')).toMatchObject(usual);
	});

	test('nobody is slowed down for what another sent in their name: the report must be proven theirs', async () => {
		const [made, other] = [await sent(), await sent()];
		const proof = await attested(made, 'Mallory');
		const posing = { ...proof, attestation: { ...proof.attestation, user: 'Victim' } };
		const elsewhere = { ...proof, attestation: { ...proof.attestation, wiki: 'http://b.wiki.test/w' } };
		for (const [about, body] of [
			[made, posing],
			[made, elsewhere],
			[made, { ...proof, salt: randomText(16) }],
			[made, { ...proof, attestation: { ...proof.attestation, key: '0'.repeat(16) } }],
			[other, proof],
		] as const) {
			expect(await find(about, 'Hana', body)).toMatchObject({ status: 400, body: { problem: 'bad-input' } });
		}
		expect((await find(made, 'Staff safety', proof)).status, 'who holds no grant').toBe(404);
		expect((await lift(made, 'Staff safety', 'Mallory')).status).toBe(404);
	});

	test('a decision that there was no violation is no finding', async () => {
		const made = await sent();
		const hana = handlerOf(backend, made, await backend.signIn('Hana'));
		await hana.move('received', 'in-review');
		const decided = await hana.decide();
		expect(decided.body).toMatchObject({ state: 'decided' });
		expect(await told(made)).toBe(false);
		expect((await find(made, 'Hana', await attested(made, 'Mistaken'))).body).toEqual({
			findings: 1,
			slowedUntil: null,
		});
		expect(await standing('Mistaken')).toMatchObject(usual);
	});

	test('a stolen store does not tell which account which report’s findings slow down', async () => {
		const made = await sent();
		const proof = await attested(made, 'Joined');
		await find(made, 'Hana', proof);
		await find(made, 'Hugo', proof);
		const dump = await dumpOf(backend.store);
		const text = JSON.stringify({ finding: dump['finding'], slowing: dump['slowing'] });
		for (const word of ['Joined', made.id, wikiA, world.key('Hana').public.id]) expect(text).not.toContain(word);
		const [findings, slowings] = [valuesOf(dump, ['finding']), valuesOf(dump, ['slowing', 'token_count'])];
		expect(findings.size).toBeGreaterThan(3);
		expect(slowings.size).toBeGreaterThan(1);
		expect([...findings].filter((value) => slowings.has(value))).toEqual([]);
	});
});
