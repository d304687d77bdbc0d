/** The panel's own code and the keeper's, with a real backend behind them: reports given on, moved to a new key, recovered. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allVerbs } from '../../src/contract/all-verbs.ts';
import { randomText } from '../../src/contract/bytes.ts';
import { answer, clientOf, type Verbs } from '../../src/contract/port.ts';
import { teamVerbs } from '../../src/contract/team-verbs.ts';
import { handlerVerbs } from '../../src/contract/handler-verbs.ts';
import { splitRecovery } from '../../src/host/cli/recovery-split.ts';
import { createMemoryVault } from '../../src/host/memory/vault.ts';
import { createKeeper } from '../../src/keeper/main.ts';
import { recoverOne } from '../../src/panel/features/keys/recovery/recover.ts';
import { handlerKeysOf } from '../../src/panel/sealing/key-material.ts';
import { openReport } from '../../src/panel/sealing/open-report.ts';
import { joinRecovery, passShare } from '../../src/panel/sealing/recovery.ts';
import { giveReport } from '../../src/panel/team/give.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { makeWorld, newKey, wikiA, type KeyPair, type World } from './setup/people.ts';
import { canaries, sealedReport, type MadeReport } from './setup/sealed.ts';
import { onBothStores } from './setup/stores.ts';

const reason = 'QUFB';

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	const shares = new Map<string, KeyPair>();
	let recovery: readonly { id: string; age: string; sign: string }[];
	const keyOf = (name: string): KeyPair => shares.get(name) ?? world.key(name);
	beforeAll(async () => {
		world = await makeWorld();
		for (const name of ['Ana', 'Ben', 'Cho']) shares.set(name, await newKey());
		const [ana, ben, cho] = [...shares].map(([name, { public: key }]) => ({ name, age: key.age }));
		if (!ana || !ben || !cho) throw new Error('three are needed');
		const pairs = await splitRecovery([ana, ben, cho]);
		recovery = pairs.map(({ key }) => ({ ...key, sign: '' }));
		const holders = [...shares].map(([name, { public: key }]) => ({
			role: 'recovery-share',
			name,
			key,
			accounts: [{ wiki: wikiA, user: name }],
		}));
		const entries = pairs.map((pair) => ({ ...pair, shares: pair.shares.map((share) => ({ ...share })) }));
		const staff = [...(world.staff ?? []).filter(({ role }) => role !== 'recovery'), ...holders, ...entries];
		backend = await startTestBackend(world, await place.fresh(), { staff });
	});
	afterAll(() => backend.stop());

	async function kept(...to: string[]): Promise<MadeReport> {
		const made = await sealedReport([...to.map((name) => keyOf(name).public), ...recovery]);
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}
	/** A person's own keeper, signed in, whose wiki needs not be asked. */
	async function clientFor(user: string) {
		const vault = createMemoryVault();
		const now = (): number => backend.clock.now;
		const origin = backend.origin;
		const said = await world.directory.config(wikiA);
		if (!said.ok) throw new Error(said.problem);
		const config = { ...said.value, backend: { origin, operator: 'Tests' } };
		await vault.put('cache', wikiA, {
			at: now(),
			value: { entries: [{ config, revision: 5, at: 0 }], rewritten: false },
		});
		const token = (await backend.signIn(user)).replace('Bearer ', '');
		await vault.put('sessions', wikiA, { origin, token, user, until: '2099-01-01T00:00:00Z' });
		const keeper = createKeeper({
			vault,
			fetch,
			now,
			process: 'test',
			wikiApi: () => Promise.reject(new Error('the wiki is not asked')),
			handOff: () => Promise.reject(new Error('nothing is handed off here')),
			signal: new AbortController().signal,
		});
		return {
			keys: await handlerKeysOf(keyOf(user).secret),
			keeperFor: <V extends Verbs>(verbs: V) => clientOf(verbs, (request) => answer(allVerbs, keeper, request)),
		};
	}
	async function reads(user: string, id: string): Promise<string> {
		const client = await clientFor(user);
		const sealed = await client.keeperFor(handlerVerbs).call('openCase', { wiki: wikiA, id });
		const opened = sealed.ok ? await openReport(sealed.value, client.keys) : sealed;
		return opened.ok ? opened.value.body.details : opened.problem;
	}

	test('H7: a report is given to a colleague once, whoever writes meanwhile, and they read it', async () => {
		const made = await kept('Hana');
		const hana = await clientFor('Hana');
		const own = { opener: hana.keys, signer: hana.keys };
		const to = { name: 'Hugo', key: world.key('Hugo').public };
		expect(await reads('Hugo', made.id)).toBe('not-found');
		const both = await Promise.all([1, 2].map(() => giveReport(hana, { wiki: wikiA, id: made.id }, to, own)));
		expect(both.map(({ ok }) => ok)).toEqual([true, true]);
		expect(await reads('Hugo', made.id)).toBe(canaries.text);
		const seen = await hana.keeperFor(handlerVerbs).call('caseEvents', { wiki: wikiA, id: made.id });
		expect(seen.ok && seen.value.holders.filter(({ key }) => key === to.key.id)).toHaveLength(1);
	});

	test('H7: what two holders of shares recover is read by who asked, with a note of it, and not by the second', async () => {
		const made = await kept('Hana');
		const [ana, ben] = [await clientFor('Ana'), await clientFor('Ben')];
		const list = await ana.keeperFor(teamVerbs).call('recoveries', { wiki: wikiA });
		if (!list.ok) throw new Error(list.problem);
		const passed: { key: string; box: string }[] = [];
		for (const pair of list.value.pairs) {
			const share = await passShare(pair, pair.other.key.age, ana.keys);
			if (share.ok) passed.push(share.value);
		}
		expect(passed).toHaveLength(2);
		const id = randomText(16);
		const scope = { of: 'report', report: made.id } as const;
		const asked = await ana.keeperFor(teamVerbs).call('askRecovery', { wiki: wikiA, id, scope, reason, passed });
		expect(asked.ok).toBe(true);
		const bens = await ben.keeperFor(teamVerbs).call('recoveries', { wiki: wikiA });
		const found = await ben.keeperFor(teamVerbs).call('recoverable', { wiki: wikiA, recovery: id });
		if (!bens.ok || !found.ok) throw new Error('nothing to recover');
		const line = bens.value.recoveries.find((one) => one.id === id);
		const pair = bens.value.pairs.find(({ key }) => key === line?.passed?.key);
		const [report] = found.value.reports;
		const joined = pair && line?.passed ? await joinRecovery(pair, line.passed.box, ben.keys) : null;
		if (!joined?.ok || !line || !report) throw new Error('not joined');
		const to = { name: line.askedBy, key: line.askedKey };
		const how = { to, joined: joined.value, signer: ben.keys, note: 'recovery used' };
		expect(await recoverOne(ben, { wiki: wikiA, recovery: id }, report, how)).toMatchObject({ ok: true });
		expect(await reads('Ana', made.id)).toBe(canaries.text);
		expect(await reads('Ben', made.id)).toBe('not-found');
	});
});
