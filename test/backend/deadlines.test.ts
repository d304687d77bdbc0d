/** Terms: what is owed and overdue is the same for reporter and handler, as the wiki says or as the law does. */
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CaseThreadSchema } from '../../src/contract/case.ts';
import { ReportStatusSchema } from '../../src/contract/follow.ts';
import type { SealedReport } from '../../src/contract/report.ts';
import { closeOld } from '../../src/backend/jobs/close.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
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
	beforeEach(() => world.configure(wikiA, {}));

	async function sent(change: Partial<SealedReport> = {}, team = ['Hana', 'Hugo']): Promise<MadeReport> {
		const made = await sealedReport(
			[...team, 'recovery'].map((name) => world.key(name).public),
			change,
		);
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}
	const handler = async (made: MadeReport, user = 'Hana') => handlerOf(backend, made, await backend.signIn(user));
	/** What both sides are told, which must be the same; days from now, negative where it is overdue. */
	async function due(made: MadeReport): Promise<{ step: string; days: number } | null> {
		const status = v.parse(ReportStatusSchema, (await reporterOf(backend, made).status()).body);
		const { row } = v.parse(CaseThreadSchema, (await (await handler(made)).thread()).body);
		expect(row.due).toEqual(status.due);
		expect(Date.parse(status.now)).toBe(backend.clock.now);
		return status.due && { step: status.due.step, days: (Date.parse(status.due.by) - Date.parse(status.now)) / day };
	}

	test('R14: acknowledged at once; seven days to look at it, ninety to decide, both seen overdue by both sides', async () => {
		const made = await sent();
		expect(await due(made)).toEqual({ step: 'triage', days: 7 });
		backend.clock.now += 8 * day;
		expect(await due(made)).toEqual({ step: 'triage', days: -1 });
		const hana = await handler(made);
		expect((await hana.move('received', 'triaged')).status).toBe(200);
		expect(await due(made)).toEqual({ step: 'decision', days: 82 });
		expect((await hana.move('triaged', 'in-review')).status).toBe(200);
		backend.clock.now += 83 * day;
		expect(await due(made)).toEqual({ step: 'decision', days: -1 });
		expect((await (await handler(made)).decide()).status).toBe(200);
		expect(await due(made)).toEqual({ step: 'close', days: 30 });
		backend.clock.now += day;
		expect((await reporterOf(backend, made).appeal([world.key('Hugo').public])).status).toBe(200);
		expect(await due(made), 'anew after an appeal').toEqual({ step: 'decision', days: 90 });
	});

	test('R14: a threat has a day', async () => {
		expect(await due(await sent({ route: 'threat' }))).toEqual({ step: 'triage', days: 1 });
	});

	test('R14: the terms of the wiki hold where it says some, the usual ones for the rest and while it cannot be asked', async () => {
		world.configure(wikiA, { deadlines: { triageDays: 2, emergencyHours: 6 } });
		const [made, threat] = [await sent(), await sent({ route: 'threat' })];
		expect(await due(made)).toEqual({ step: 'triage', days: 2 });
		expect(await due(threat)).toEqual({ step: 'triage', days: 0.25 });
		await (await handler(made)).move('received', 'in-review');
		expect(await due(made)).toEqual({ step: 'decision', days: 90 });
		const double = world.wikis.get(wikiA);
		if (double) double.config = { ok: false, problem: 'wiki-unreachable', params: [] };
		const status = v.parse(ReportStatusSchema, (await reporterOf(backend, threat).status()).body);
		expect(status.due).toEqual({ step: 'triage', by: new Date(backend.clock.now + day).toISOString() });
	});

	test('R14: what is decided closes once nobody may appeal any more, and nothing else does', async () => {
		world.configure(wikiA, { deadlines: { appealDays: 10 } });
		const [made, open] = [await sent(), await sent()];
		const hana = await handler(made);
		await hana.move('received', 'in-review');
		await hana.decide();
		backend.clock.now += 10 * day - 1;
		await closeOld(backend.services);
		expect(await due(made)).toMatchObject({ step: 'close' });
		backend.clock.now += 1;
		await closeOld(backend.services);
		expect(await due(made)).toBe(null);
		const state = async (of: MadeReport) =>
			v.parse(ReportStatusSchema, (await reporterOf(backend, of).status()).body).state;
		expect([await state(made), await state(open)]).toEqual(['closed', 'received']);
	});
});
