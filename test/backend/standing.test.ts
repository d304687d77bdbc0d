/** With what right a report comes: tokens that nobody can trace, each spent once, and work for everybody else. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { AttestationSchema, attestationText, type Token } from '../../src/contract/standing.ts';
import { receiptKeys } from '../../src/backend/store/receipt-keys.ts';
import { hasWorked } from '../../src/backend/standing/work.ts';
import { sweepStanding } from '../../src/backend/store/tokens.ts';
import { workFor } from '../../src/keeper/standing/work.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { clientOf } from './setup/client.ts';
import { dumpOf } from './setup/dump.ts';
import { makeWorld, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { onBothStores } from './setup/stores.ts';

const day = 24 * 3_600_000;
const going = new AbortController().signal;

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh(), { standing: { workBits: 8 } });
	});
	afterAll(() => backend.stop());

	const usual = () => sealedReport(['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public));
	const withToken = async (token: Token): Promise<MadeReport> => ({
		...(await usual()),
		standing: { by: 'token', ...token },
	});

	/** Tokens as somebody's client gets them; each name is another account. */
	async function tokensOf(user: string, on = backend): Promise<Token[]> {
		const { keeper, vault } = await clientOf(on, user);
		expect(await keeper.standing({ wiki: 'http://a.wiki.test/w' })).toMatchObject({ ok: true, value: { tokens: 10 } });
		return (await vault.all('tokens')).map(({ value }) => value.token);
	}
	const kept = async (id: string) =>
		backend.store.db.selectFrom('report').select('standing').where('id', '=', id).executeTakeFirst();

	test('R6: a signed-in reporter’s report goes by a token, an anonymous one by work; handlers see which', async () => {
		const mira = await clientOf(backend, 'Mira');
		await mira.keeper.standing({ wiki: 'http://a.wiki.test/w' });
		const nobody = await clientOf(backend, null);
		for (const [client, by] of [
			[mira, 'token'],
			[nobody, 'work'],
		] as const) {
			const made = await usual();
			await client.waiting(made, 'token');
			expect(await client.keeper.flush({})).toMatchObject({ value: [{ id: made.id, state: 'sent', tries: 1 }] });
			expect(await kept(made.id)).toEqual({ standing: by });
			const auth = await backend.signIn('Hana');
			expect((await backend.call('GET', `/v1/cases/${made.id}`, { auth })).body).toMatchObject({ standing: by });
		}
		expect(await mira.vault.all('tokens')).toHaveLength(9);
	});

	test('R6: a token serves for one report: not for another, and for the same one as often as it is sent', async () => {
		const [token] = await tokensOf('Once');
		if (!token) throw new Error('no token');
		const [first, second] = [await withToken(token), await withToken(token)];
		const receipt = await backend.send(first);
		expect(receipt.status).toBe(200);
		expect(await backend.send(second)).toMatchObject({ status: 422, body: { problem: 'token-refused' } });
		expect((await backend.send(first)).body).toEqual(receipt.body);
		expect(await kept(second.id)).toBeUndefined();
		// Nothing of it stays, so that it may come again by another right.
		const nonce = (await workFor({ id: second.id, hash: second.report.hash }, 8, going)) ?? '';
		expect((await backend.send({ ...second, standing: { by: 'work', nonce } })).status).toBe(200);
	});

	test('many at the same time with one token: one is kept, with its grants', async () => {
		const [token] = await tokensOf('Eight');
		if (!token) throw new Error('no token');
		const all = await Promise.all(Array.from({ length: 8 }, () => withToken(token)));
		const answers = await Promise.all(all.map((made) => backend.send(made)));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(422)]);
		const grants = await backend.store.db
			.selectFrom('report_grant')
			.select('report')
			.where(
				'report',
				'in',
				all.map(({ id }) => id),
			)
			.execute();
		expect(grants).toHaveLength(3);
	});

	test('a token of another backend, of no key at all, or with a changed bit is refused', async () => {
		const elsewhere = await startTestBackend(world, await place.fresh());
		const [foreign] = await tokensOf('Mira', elsewhere);
		const [own] = await tokensOf('Garbled');
		if (!foreign || !own) throw new Error('no token');
		const flip = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
		for (const token of [
			foreign,
			{ ...foreign, key: own.key },
			{ ...own, key: '0'.repeat(16) },
			{ ...own, message: flip(own.message) },
			{ ...own, signature: flip(own.signature) },
		]) {
			expect((await backend.send(await withToken(token))).body).toMatchObject({ problem: 'token-refused' });
		}
		expect((await backend.send(await withToken(own))).status).toBe(200);
		await elsewhere.stop();
	});

	test('ten a day: the eleventh is refused, and told so; the next day there are ten again', async () => {
		await tokensOf('Busy');
		const auth = await backend.signIn('busy');
		const { id: key } = await backend.services.standing.tokens.current();
		const one = { key, blinded: [Buffer.alloc(256, 1).toString('base64url')] };
		const ask = () => backend.call('POST', '/v1/tokens', { auth, body: one });
		expect((await backend.call('GET', '/v1/standing', { auth })).body).toEqual({
			perDay: 10,
			left: 0,
			slowedUntil: null,
		});
		expect(await ask()).toMatchObject({ status: 429, body: { problem: 'rate-limited', params: ['43200'] } });
		backend.clock.now += day / 2;
		const again = await backend.signIn('Busy');
		expect((await backend.call('POST', '/v1/tokens', { auth: again, body: one })).status).toBe(200);
		expect((await backend.call('GET', '/v1/standing', { auth: again })).body).toMatchObject({ left: 9 });
		backend.clock.now -= day / 2;
	});

	test('a key is used for four weeks, its tokens for one more, and then no longer', async () => {
		const start = backend.clock.now;
		const [used, late] = await tokensOf('Patient');
		if (!used || !late) throw new Error('no token');
		const next = (Math.floor(start / (28 * day)) + 1) * 28 * day;
		backend.clock.now = next;
		const about = (await backend.call('GET', '/v1/about')).body as { standing: { tokens: { key: string } } };
		expect(about.standing.tokens.key).not.toBe(used.key);
		const auth = await backend.signIn('Patient');
		const body = { key: used.key, blinded: [Buffer.alloc(256, 1).toString('base64url')] };
		expect((await backend.call('POST', '/v1/tokens', { auth, body })).body).toMatchObject({ problem: 'token-refused' });
		expect((await backend.send(await withToken(used))).status).toBe(200);
		backend.clock.now = next + 7 * day;
		expect((await backend.send(await withToken(late))).body).toMatchObject({ problem: 'token-refused' });
		backend.clock.now = start;
	});

	test('what is over is forgotten: counts of yesterday, spent tokens that no key accepts any more, ended slowings', async () => {
		const other = await startTestBackend(world, await place.fresh());
		const { store } = other;
		await store.tx(async (tx) => {
			const counts = [8, 9].map((at) => ({ account: 'a', day: at, count: 1 }));
			await tx.insertInto('token_count').values(counts).execute();
			await tx
				.insertInto('spent_token')
				.values([3, 4].map((term) => ({ token: `t${term}`, term })))
				.execute();
			const slowings = [100, 101].map((until) => ({ id: `s${until}`, account: 'a', until }));
			await tx.insertInto('slowing').values(slowings).execute();
		});
		await sweepStanding(store, { day: 9, term: 4, now: 100 });
		const dump = await dumpOf(store);
		expect(dump['token_count']).toEqual([{ account: 'a', day: 9, count: 1 }]);
		expect(dump['spent_token']).toEqual([{ token: 't4', term: 4 }]);
		expect(dump['slowing']).toEqual([{ id: 's101', account: 'a', until: 101 }]);
		await other.stop();
	});

	test('R6: work is asked for by name and number, and serves for these bytes under this id alone', async () => {
		const made = await usual();
		const report = { id: made.id, hash: made.report.hash };
		// The least nonce that does not do.
		const lazy =
			Array.from({ length: 9_999 }, (_, at) => String(at)).find((nonce) => !hasWorked(report, nonce, 8)) ?? '';
		const answer = await backend.send({ ...made, standing: { by: 'work', nonce: lazy } });
		expect(answer).toMatchObject({ status: 428, body: { problem: 'work-needed', params: ['8'] } });
		const nonce = (await workFor(report, 8, going)) ?? '';
		expect((await backend.send({ ...made, standing: { by: 'work', nonce } })).status).toBe(200);
	});

	test('R6: the backend’s word for a name verifies with a listed key, and leaves nothing in the store', async () => {
		const auth = await backend.signIn('Mira');
		const before = await dumpOf(backend.store);
		const commitment = createHash('sha256').update(randomText(16)).digest('base64url');
		const answer = await backend.call('POST', '/v1/attestations', { auth, body: { commitment } });
		const attestation = v.parse(AttestationSchema, answer.body);
		expect(attestation).toMatchObject({ user: 'Mira', commitment });
		const listed = (await receiptKeys(backend.store.db)).find(({ id }) => id === attestation.key);
		const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: listed?.key ?? '' }, format: 'jwk' });
		const good = (of: typeof attestation): boolean =>
			verify(null, Buffer.from(attestationText(of)), key, Buffer.from(of.signature, 'base64url'));
		expect(good(attestation)).toBe(true);
		expect(good({ ...attestation, user: 'Eve' })).toBe(false);
		expect(await dumpOf(backend.store)).toEqual(before);
	});
});
