/** Who looks at a case and what has changed, as it is told to those who wait: by two processes over one PostgreSQL, by one over SQLite. */
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseLiveSchema, ChangedCasesSchema, type CaseLive } from '../../src/contract/case-log.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { deskOf } from './setup/desk.ts';
import { makeWorld, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { reporterOf, written } from './setup/sides.ts';
import { onBothStores } from './setup/stores.ts';

onBothStores((place) => {
	let world: World;
	let one: TestBackend;
	let two: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		const store = await place.fresh();
		one = await startTestBackend(world, store);
		two = place.kind === 'postgres' ? await startTestBackend(world, store) : one;
	});
	afterAll(async () => {
		if (two !== one) await two.stop();
		await one.stop();
	});
	const id = (name: string): string => world.key(name).public.id;

	async function sent(...to: string[]): Promise<MadeReport> {
		const people = to.length > 0 ? to : ['Hana', 'Hugo', 'recovery'];
		const made = await sealedReport(people.map((name) => world.key(name).public));
		expect((await one.send(made)).status).toBe(200);
		return made;
	}
	const path = (made: MadeReport): string => `/v1/cases/${made.id}/live`;
	async function watch(backend: TestBackend, made: MadeReport, auth: string, after?: string): Promise<CaseLive> {
		const query = after === undefined ? '' : `?after=${after}`;
		for (;;) {
			const live = v.parse(CaseLiveSchema, (await backend.call('GET', path(made) + query, { auth })).body);
			// Twelve seconds in which nothing was new: asked again, as clients do.
			if (live.state !== after) return live;
		}
	}

	test('who comes, writes and goes is told to who waits, whichever process they are at', async () => {
		const made = await sent();
		const [hana, hugo] = [await one.signIn('Hana'), await two.signIn('Hugo')];
		const alone = await watch(one, made, hana);
		expect(alone).toMatchObject({ version: 1, present: [id('Hana')], lease: null });
		const waiting = watch(one, made, hana, alone.state);
		const atHugo = await watch(two, made, hugo);
		expect(atHugo.present.toSorted()).toEqual([id('Hana'), id('Hugo')].toSorted());
		const both = await waiting;
		expect(both).toMatchObject({ present: atHugo.present, state: atHugo.state });

		const written = watch(one, made, hana, both.state);
		expect((await deskOf(two, world, made.id, hugo).write({ kind: 'claim', data: {} })).ok).toBe(true);
		const claimed = await written;
		expect(claimed).toMatchObject({ version: 2, lease: { key: id('Hugo') } });

		const left = watch(one, made, hana, claimed.state);
		expect((await two.call('DELETE', path(made), { auth: hugo })).status).toBe(200);
		expect(await left).toMatchObject({ version: 2, present: [id('Hana')] });
	});

	test('a connection that breaks is somebody who has gone', async () => {
		const made = await sent();
		const [hana, hugo] = [await one.signIn('Hana'), await two.signIn('Hugo')];
		const here = await watch(two, made, hugo);
		const tab = new AbortController();
		expect(here.present).toEqual([id('Hugo')]);
		const both = await watch(one, made, hana);
		expect(both.present).toContain(id('Hugo'));
		two.clock.now += 1;
		const broken = fetch(`${two.origin}${path(made)}?after=${both.state}`, {
			headers: { authorization: hugo },
			signal: tab.signal,
		}).catch(() => null);
		const gone = watch(one, made, hana, both.state);
		const isThere = async (): Promise<boolean> => {
			const rows = await two.store.db
				.selectFrom('case_presence')
				.select('until')
				.where('report', '=', made.id)
				.execute();
			return rows.some(({ until }) => until === two.clock.now + 20_000);
		};
		while (!(await isThere())) await new Promise((next) => setTimeout(next, 20));
		tab.abort();
		expect((await gone).present).toEqual([id('Hana')]);
		expect(await broken).toBe(null);
	});

	test('a lease goes on while its holder looks, and not without', async () => {
		const made = await sent();
		const hana = await one.signIn('Hana');
		const desk = deskOf(one, world, made.id, hana);
		await desk.write({ kind: 'claim', data: {} });
		for (const backend of new Set([one, two])) backend.clock.now += 4 * 60_000;
		await watch(one, made, hana);
		for (const backend of new Set([one, two])) backend.clock.now += 4 * 60_000;
		expect((await desk.row()).lease).toMatchObject({ key: id('Hana') });
		for (const backend of new Set([one, two])) backend.clock.now += 60_000 + 1;
		expect((await desk.row()).lease).toBe(null);
		expect((await watch(one, made, await one.signIn('Hugo'))).present).toEqual([id('Hugo')]);
	});

	test('the queue hears of what changed in it, and of nothing that is not for it', async () => {
		const [mine, other] = [await sent('Hana', 'recovery'), await sent('Hugo', 'recovery')];
		const hana = await one.signIn('Hana');
		const since = (await deskOf(one, world, mine.id, hana).row()).changed;
		for (const backend of new Set([one, two])) backend.clock.now += 1_000;
		const ask = async () =>
			v.parse(ChangedCasesSchema, (await one.call('GET', `/v1/cases/live?since=${since}`, { auth: hana })).body);
		const waiting = ask();
		await reporterOf(two, other).write(await written(other, 'Not for Hana.'));
		for (const backend of new Set([one, two])) backend.clock.now += 1_000;
		await reporterOf(two, mine).write(await written(mine, 'For Hana.'));
		let answer = await waiting;
		while (answer.cases.length === 0) answer = await ask();
		const { cases, at } = answer;
		expect(cases.map((row) => [row.id, row.version])).toEqual([[mine.id, 2]]);
		expect(at).toBe(cases[0]?.changed);
	});

	test('whoever holds no grant hears of nothing', async () => {
		const made = await sent('Hugo', 'recovery');
		const hana = await one.signIn('Hana');
		expect((await one.call('GET', path(made), { auth: hana })).status).toBe(404);
		expect((await one.call('DELETE', path(made), { auth: hana })).status).toBe(404);
		expect((await one.call('GET', `/v1/cases/${made.id}/events`, { auth: hana })).status).toBe(404);
	});
});
