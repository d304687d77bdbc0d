/** Recovery by two of three holders: who is named has no part, a second one opens, and each use stands in the case's log. */
import { Decrypter, Encrypter } from 'age-encryption';
import { combine } from 'shamir-secret-sharing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { fromBase64, randomText, toBase64 } from '../../src/contract/bytes.ts';
import { CaseEventsSchema } from '../../src/contract/case-log.ts';
import {
	RecoverableSchema,
	RecoveryListSchema,
	RecoveryShareSchema,
	type RecoveryScope,
} from '../../src/contract/team.ts';
import { splitRecovery, type PairEntry } from '../../src/host/cli/recovery-split.ts';
import { signEvent } from '../../src/panel/sealing/event.ts';
import { handlerKeysOf } from '../../src/panel/sealing/key-material.ts';
import { startTestBackend, type Answer, type TestBackend } from './setup/backend.ts';
import { dumpOf } from './setup/dump.ts';
import { makeWorld, newKey, wikiA, type KeyPair, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { onBothStores } from './setup/stores.ts';

const names = ['Ana', 'Ben', 'Cho'] as const;
type Name = (typeof names)[number];
const day = 24 * 3_600_000;

async function opened(box: string, secret: string): Promise<string> {
	const decrypter = new Decrypter();
	decrypter.addIdentity(secret);
	return decrypter.decrypt(fromBase64(box), 'text');
}
async function sealed(text: string, to: string): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(to);
	return toBase64(await encrypter.encrypt(text));
}
const reason = toBase64(new TextEncoder().encode('age file of the reason'));

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	let pairs: PairEntry[];
	const keys = new Map<string, KeyPair>();
	const keyOf = (name: Name): KeyPair => keys.get(name) ?? world.key('custodian');
	const pairOf = (one: Name, other: Name): PairEntry => {
		const found = pairs.find(({ name }) => name.includes(one) && name.includes(other));
		if (!found) throw new Error('no pair');
		return found;
	};
	beforeAll(async () => {
		world = await makeWorld();
		for (const name of names) keys.set(name, await newKey());
		const [ana, ben, cho] = names.map((name) => ({ name, age: keyOf(name).public.age }));
		if (!ana || !ben || !cho) throw new Error('three are needed');
		pairs = await splitRecovery([ana, ben, cho]);
		const holders = names.map((name) => ({
			role: 'recovery-share',
			name,
			key: keyOf(name).public,
			accounts: [{ wiki: wikiA, user: name }],
		}));
		const staff = [...(world.staff ?? []).filter(({ role }) => role !== 'recovery'), ...holders, ...pairs];
		backend = await startTestBackend(world, await place.fresh(), {
			staff: staff.map((one) => structuredClone(one)) as never,
		});
	});
	afterAll(() => backend.stop());

	/** A report that Hana and Hugo receive, with the recovery keys that nobody named in it holds. */
	async function kept(named: readonly Name[] = [], readers: readonly string[] = ['Hana', 'Hugo']): Promise<MadeReport> {
		const free = pairs.filter(({ name }) => !named.some((one) => name.includes(one)));
		const to = [...readers.map((name) => world.key(name).public), ...free.map(({ key }) => ({ ...key, sign: '' }))];
		const made = await sealedReport(to);
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}
	const get = async (user: string, path: string): Promise<Answer> =>
		backend.call('GET', path, { auth: await backend.signIn(user) });
	const list = async (user: Name) => v.parse(RecoveryListSchema, (await get(user, '/v1/recoveries')).body);

	async function ask(user: Name, scope: RecoveryScope, id = randomText(16)): Promise<Answer & { readonly id: string }> {
		const { pairs: held } = await list(user);
		const passed = await Promise.all(
			held.map(async ({ key, share, other }) => ({
				key,
				box: await sealed(await opened(share, keyOf(user).secret), other.key.age),
			})),
		);
		const body = { id, scope, reason, passed };
		return { id, ...(await backend.call('POST', '/v1/recoveries', { auth: await backend.signIn(user), body })) };
	}
	const reports = async (user: Name, id: string) => {
		const { status, body } = await get(user, `/v1/recoveries/${id}/reports`);
		return { status, reports: status === 200 ? v.parse(RecoverableSchema, body).reports : [] };
	};
	/** Opens with both shares, as the second person's panel does. */
	async function grantOf(user: Name, id: string, box: string): Promise<string> {
		const { pairs: held, recoveries } = await list(user);
		const passed = recoveries.find((one) => one.id === id)?.passed;
		const own = held.find(({ key }) => key === passed?.key);
		const halves: Uint8Array[] = [];
		for (const one of [own?.share ?? '', passed?.box ?? '']) {
			halves.push(fromBase64(v.parse(RecoveryShareSchema, JSON.parse(await opened(one, keyOf(user).secret))).share));
		}
		return opened(box, new TextDecoder().decode(await combine(halves)));
	}
	async function use(
		user: Name,
		asker: Name,
		id: string,
		report: string,
		change: { to?: string; kind?: 'revoke' } = {},
	) {
		const [row] = (await reports(user, id)).reports.filter((one) => one.id === report);
		const head = { id: report, version: row?.version ?? 0, head: row?.head ?? '0'.repeat(64) };
		const to = change.to ?? keyOf(asker).public.id;
		const box = row ? await sealed(await grantOf(user, id, row.box), keyOf(asker).public.age) : reason;
		const unsigned =
			change.kind === 'revoke'
				? ({ kind: 'revoke', data: { keys: [to] } } as const)
				: ({ kind: 'grant', data: { keys: [to] }, grants: [{ key: to, box, desk: null }] } as const);
		const mutable = structuredClone(unsigned) as never;
		const written = await signEvent(mutable, head, await handlerKeysOf(keyOf(user).secret), '2026-05-01T12:00:00Z');
		if (!written.ok) throw new Error(written.problem);
		const auth = await backend.signIn(user);
		return backend.call('POST', `/v1/recoveries/${id}/reports/${report}`, { auth, body: written.value });
	}

	test('H7: one asks, a second opens and gives it to them; it is an event signed by the second, in the log of the case', async () => {
		const made = await kept();
		const asked = await ask('Ana', { of: 'report', report: made.id });
		expect(asked.status).toBe(200);
		expect((await get('Ana', `/v1/cases/${made.id}`)).status, 'nothing is open yet').toBe(404);
		const [toBen] = (await list('Ben')).recoveries.filter(({ id }) => id === asked.id);
		expect(toBen).toMatchObject({ askedBy: 'Ana', reason, used: null, passed: { key: pairOf('Ana', 'Ben').key.id } });
		expect((await use('Ben', 'Ana', asked.id, made.id)).status).toBe(200);
		const { body } = await get('Ana', `/v1/cases/${made.id}/events`);
		const { row, events } = v.parse(CaseEventsSchema, body);
		expect(events.map(({ event }) => [event.kind, event.by])).toContainEqual(['grant', keyOf('Ben').public.id]);
		const box = row.grants.find(({ key }) => key === keyOf('Ana').public.id)?.box;
		expect(JSON.parse(await opened(box ?? '', keyOf('Ana').secret))).toMatchObject({
			report: made.id,
			secret: made.key,
		});
		expect((await list('Cho')).recoveries.find(({ id }) => id === asked.id)?.used).toMatchObject({
			by: 'Ben',
			reports: 1,
		});
		expect((await get('Ben', `/v1/cases/${made.id}`)).status, 'who agrees gets no grant of their own').toBe(404);
	});

	test('H7 H8: who is named in a report has no part: no key, no asking, no agreeing, and no word of whether it exists', async () => {
		const made = await kept(['Ana']);
		const none = await ask('Ana', { of: 'report', report: randomText(16) });
		const named = await ask('Ana', { of: 'report', report: made.id });
		expect([named.status, named.body]).toEqual([none.status, none.body]);
		expect(named.status).toBe(404);
		const asked = await ask('Ben', { of: 'report', report: made.id });
		expect(asked.status).toBe(200);
		// Ben passed his share of the key with Ana on as well: it opens nothing of this report.
		expect((await reports('Ana', asked.id)).reports).toEqual([]);
		expect((await use('Ana', 'Ben', asked.id, made.id)).status).toBe(404);
		expect((await use('Cho', 'Ben', asked.id, made.id)).status).toBe(200);
	});

	test('H7: nobody is both, nothing else than what was asked for is given, and to nobody but who asked', async () => {
		const [made, other] = [await kept(), await kept()];
		const asked = await ask('Ana', { of: 'report', report: made.id });
		expect((await reports('Ana', asked.id)).status).toBe(404);
		expect((await use('Ana', 'Ana', asked.id, made.id)).status).toBe(404);
		expect((await use('Ben', 'Ana', asked.id, other.id)).status).toBe(404);
		expect((await use('Ben', 'Ana', asked.id, made.id, { to: keyOf('Ben').public.id })).status).toBe(400);
		expect((await use('Ben', 'Ana', asked.id, made.id, { kind: 'revoke' })).status).toBe(400);
		expect((await get('Ana', `/v1/cases/${made.id}`)).status).toBe(404);
		const before = backend.clock.now;
		backend.clock.now = before + 8 * day;
		expect((await use('Ben', 'Ana', asked.id, made.id)).status, 'a week later nobody uses it').toBe(404);
		backend.clock.now = before;
	});

	test('H7: a team whose keys are lost: all that its people could read and nobody named holds, nothing of another team', async () => {
		const mine = [await kept([], ['Hana']), await kept([], ['Hugo']), await kept(['Ben'], ['Hana'])];
		const elsewhere = await kept([], ['Olga']);
		const asked = await ask('Ana', { of: 'team', team: 'local' });
		expect(asked.status).toBe(200);
		const reached = (await reports('Ben', asked.id)).reports.map(({ id }) => id);
		expect(reached).toEqual(expect.arrayContaining([mine[0]?.id, mine[1]?.id]));
		for (const id of [mine[2]?.id, elsewhere.id]) expect(reached).not.toContain(id);
		for (const made of mine.slice(0, 2)) expect((await use('Ben', 'Ana', asked.id, made.id)).status).toBe(200);
		expect((await reports('Ben', asked.id)).reports.map(({ id }) => id)).not.toContain(mine[0]?.id);
		expect((await reports('Cho', asked.id)).reports.map(({ id }) => id)).toContain(mine[2]?.id);
		expect((await ask('Ana', { of: 'team', team: 'outside' }, asked.id)).status, 'the same number twice').toBe(409);
	});

	test('H7: the store holds no recovery key and no whole share of one', async () => {
		const made = await kept();
		await ask('Ana', { of: 'report', report: made.id });
		const dump = JSON.stringify(await dumpOf(backend.store));
		expect(dump).not.toContain('AGE-SECRET-KEY');
		for (const { shares } of pairs) {
			for (const { key, box } of shares) {
				const holder = names.find((name) => keyOf(name).public.id === key) ?? 'Ana';
				const { share } = v.parse(RecoveryShareSchema, JSON.parse(await opened(box, keyOf(holder).secret)));
				expect(dump).not.toContain(share);
			}
		}
	});
});
