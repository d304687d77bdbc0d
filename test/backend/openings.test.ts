/** Pseudonyms: sealed with the report, opened by two custodians of whom each is another person, and written down for good. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { randomText, toBase64 } from '../../src/contract/bytes.ts';
import { OpeningListSchema, type IdentityBody, type Opening } from '../../src/contract/identity.ts';
import { joinShares, passOn, sealIdentity } from '../../src/panel/sealing/identity.ts';
import { handlerKeysOf } from '../../src/panel/sealing/key-material.ts';
import { startTestBackend, type Answer, type TestBackend } from './setup/backend.ts';
import { dumpOf } from './setup/dump.ts';
import { makeWorld, newKey, wikiA, type KeyPair, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { handlerOf, reporterOf } from './setup/sides.ts';
import { onBothStores } from './setup/stores.ts';

const pseudonym = 'CanaryPseudonymousName';
const reason = toBase64(new TextEncoder().encode('age file of the reason'));

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	const custodians = new Map<string, KeyPair>();
	const keyOf = (name: string): KeyPair => custodians.get(name) ?? world.key('custodian');
	beforeAll(async () => {
		world = await makeWorld();
		for (const name of ['Cyr', 'Cleo', 'Late', 'Rea']) custodians.set(name, await newKey());
		const entry = (name: string, ...users: string[]) => ({
			role: 'custodian',
			name,
			key: keyOf(name).public,
			accounts: users.map((user) => ({ wiki: wikiA, user })),
		});
		backend = await startTestBackend(world, await place.fresh(), {
			// Cleo's key is also in Cyr's hands.
			staff: [
				...world.staff,
				entry('Cyr', 'Cyr'),
				entry('Cleo', 'Cleo', 'Cyr'),
				entry('Late', 'Late'),
				{ ...entry('Rea', 'Rea'), role: 'recovery' },
			],
		});
	});
	afterAll(() => backend.stop());

	/** Sealed to three: the world's own custodian, Cyr and Cleo. */
	async function pseudonymous(to = ['Staff custodian', 'Cyr', 'Cleo']): Promise<MadeReport> {
		const made = await sealedReport(['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public));
		const body: IdentityBody = { v: 1, report: made.id, wiki: wikiA, user: pseudonym };
		const sealed = await sealIdentity(
			body,
			to.map((name) => ({ key: keyOf(name).public })),
		);
		if (!sealed.ok) throw new Error(sealed.problem);
		return { ...made, report: { ...made.report, identity: sealed.value } };
	}
	async function kept(...to: string[]): Promise<MadeReport> {
		const made = await pseudonymous(...(to.length > 0 ? [to] : []));
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}
	const ask = async (user: string, report: string): Promise<Answer> =>
		backend.call('POST', '/v1/openings', { auth: await backend.signIn(user), body: { report, reason } });
	const approve = async (user: string, opening: string, share: string): Promise<Answer> =>
		backend.call('POST', `/v1/openings/${opening}/approval`, { auth: await backend.signIn(user), body: { share } });
	async function seen(user: string, report: string): Promise<Opening[]> {
		const { body } = await backend.call('GET', '/v1/openings', { auth: await backend.signIn(user) });
		return v.parse(OpeningListSchema, body).openings.filter((one) => one.report === report);
	}
	const share = toBase64(new Uint8Array(40));

	test('R6: one asks with a reason, another passes on, and only then does the first learn who it is', async () => {
		const made = await kept();
		const asked = await ask('Staff custodian', made.id);
		const opening = String(asked.body['id']);
		const [waiting] = await seen('Staff custodian', made.id);
		expect(waiting).toMatchObject({ askedBy: 'Staff custodian', reason, approved: null, opened: null });
		const [toCyr] = await seen('Cyr', made.id);
		expect(toCyr).toMatchObject({ id: opening, opened: null });
		const passed = await passOn(toCyr?.share ?? '', {
			report: made.id,
			asked: world.key('custodian').public.age,
			keys: await handlerKeysOf(keyOf(firstOf('Cyr', 'Cleo')).secret),
		});
		if (!passed.ok) throw new Error(passed.problem);
		expect((await approve('Cyr', opening, passed.value)).status).toBe(200);
		const [done] = await seen('Staff custodian', made.id);
		expect(done?.approved?.by).toMatch(/^(Cyr|Cleo)$/);
		const who = await joinShares([done?.share ?? '', done?.opened?.share ?? ''], {
			report: made.id,
			sealed: done?.opened?.sealed ?? '',
			keys: await handlerKeysOf(world.key('custodian').secret),
		});
		expect(who).toMatchObject({ ok: true, value: { user: pseudonym, report: made.id } });
		// Who passed on learns nothing, and who holds a share sees that it was opened.
		expect((await seen('Cyr', made.id))[0]?.opened).toBeNull();
		expect((await seen('Cleo', made.id))[0]?.approved).not.toBeNull();
	});
	/** Of two keys in one person's hands the one whose share they are given: the first by key id. */
	function firstOf(one: string, other: string): string {
		return keyOf(one).public.id < keyOf(other).public.id ? one : other;
	}

	test('R6: nobody is both, not by another account nor by another key of theirs', async () => {
		const made = await kept();
		const opening = String((await ask('Staff custodian', made.id)).body['id']);
		expect((await approve('Staff custodian', opening, share)).status).toBe(403);
		const byCleo = String((await ask('Cleo', made.id)).body['id']);
		expect((await approve('Cyr', byCleo, share)).status, 'Cyr may use Cleo’s key').toBe(403);
		expect((await approve('Staff custodian', byCleo, share)).status).toBe(200);
	});

	test('where custodians are too few, who keeps the recovery key stands in', async () => {
		const made = await kept('Late', 'Rea');
		const opening = String((await ask('Late', made.id)).body['id']);
		expect((await approve('Rea', opening, share)).status).toBe(200);
		expect((await seen('Late', made.id))[0]?.approved).toMatchObject({ by: 'Rea' });
	});

	test('an opening is approved once; a second approval changes nothing', async () => {
		const made = await kept();
		const opening = String((await ask('Staff custodian', made.id)).body['id']);
		expect((await approve('Cleo', opening, share)).status).toBe(200);
		const before = await dumpOf(backend.store);
		expect((await approve('Cyr', opening, toBase64(new Uint8Array(41)))).status).toBe(409);
		const after = await dumpOf(backend.store);
		expect(after['opening']).toEqual(before['opening']);
		expect(after['opening_approval']).toEqual(before['opening_approval']);
	});

	test('a custodian without a share sees, asks and approves nothing; handlers are no custodians', async () => {
		const made = await kept();
		const opening = String((await ask('Cyr', made.id)).body['id']);
		expect(await seen('Late', made.id)).toEqual([]);
		expect((await ask('Late', made.id)).body).toEqual((await ask('Cyr', randomText(16))).body);
		expect((await approve('Late', opening, share)).status).toBe(404);
		expect((await ask('Hana', made.id)).status).toBe(403);
		const thread = await handlerOf(backend, made, await backend.signIn('Hana')).thread();
		expect(thread.body).toMatchObject({ pseudonymous: true });
		expect(JSON.stringify(thread.body)).not.toContain(made.report.identity?.sealed);
	});

	test('an identity sealed to anybody but custodians is not taken', async () => {
		const made = await pseudonymous();
		const [first] = made.report.identity?.shares ?? [];
		if (!first || !made.report.identity) throw new Error('no shares');
		const others = [
			[first, { ...first, key: world.key('Hana').public.id }],
			[first, first],
		];
		for (const shares of others) {
			const report = { ...made.report, identity: { ...made.report.identity, shares } };
			expect((await backend.send({ ...made, report })).body).toMatchObject({ problem: 'wrong-recipients' });
		}
	});

	test('taken back, the identity is gone, and the log stays', async () => {
		const made = await kept();
		await ask('Staff custodian', made.id);
		expect((await reporterOf(backend, made).withdraw()).status).toBe(200);
		const dump = await dumpOf(backend.store);
		for (const table of ['identity', 'identity_share']) {
			expect(JSON.stringify(dump[table])).not.toContain(made.id);
		}
		const [line] = await seen('Staff custodian', made.id);
		expect(line).toMatchObject({ askedBy: 'Staff custodian', share: null, opened: null });
		expect((await ask('Cyr', made.id)).status).toBe(404);
	});

	test('R7: the store holds no pseudonymous name', async () => {
		await kept();
		expect(JSON.stringify(await dumpOf(backend.store))).not.toContain(pseudonym);
	});
});
