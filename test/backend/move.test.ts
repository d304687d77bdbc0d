/** Steps of a report: the legal ones only, from where the handler saw it, one of those who try at the same time. */
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseThreadSchema } from '../../src/contract/case.ts';
import { ReportStatusSchema, ThreadSchema } from '../../src/contract/follow.ts';
import { mayMove, reportStates, type ReportState } from '../../src/domain/report/states.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { makeWorld, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { handlerOf, reporterOf, written } from './setup/sides.ts';
import { onBothStores } from './setup/stores.ts';

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(() => backend.stop());
	const handler = async (made: MadeReport, user = 'Hana') => handlerOf(backend, made, await backend.signIn(user));
	const stateOf = async (made: MadeReport): Promise<ReportState> =>
		v.parse(ReportStatusSchema, (await reporterOf(backend, made).status()).body).state;

	async function inReview(): Promise<MadeReport> {
		const made = await sealedReport(['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public));
		expect((await backend.send(made)).status).toBe(200);
		expect((await (await handler(made)).move('received', 'in-review')).status).toBe(200);
		return made;
	}

	test.each(reportStates)(
		'from %s only the legal steps are taken, and none from where it no longer is',
		async (state) => {
			const made = await inReview();
			await backend.store.tx((tx) => tx.updateTable('report').set({ state }).where('id', '=', made.id).execute());
			const hana = await handler(made);
			const words = async () => written(made, 'What was found.');
			for (const to of reportStates.filter((one) => !mayMove(state, one))) {
				expect(await hana.move(state, to, await words()), to).toMatchObject({
					status: 409,
					body: { problem: 'conflict' },
				});
			}
			for (const from of reportStates.filter((one) => one !== state)) {
				for (const to of reportStates.filter((one) => mayMove(from, one))) {
					expect((await hana.move(from, to, await words())).status, `${from} to ${to}`).toBe(409);
				}
			}
			expect(await stateOf(made)).toBe(state);
			for (const to of reportStates.filter((one) => mayMove(state, one)).slice(0, 1)) {
				expect(await hana.move(state, to, await words())).toMatchObject({ status: 200, body: { state: to } });
				expect(await stateOf(made)).toBe(to);
			}
		},
	);

	test('of two who decide at the same time one does, and the other is told', async () => {
		const made = await inReview();
		const both = [await handler(made), await handler(made, 'Hugo')];
		const answers = await Promise.all(both.map((one) => one.decide()));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
		const { messages } = v.parse(ThreadSchema, (await reporterOf(backend, made).thread()).body);
		expect(messages.map(({ kind, from }) => [kind, from])).toEqual([['decision', 'handler']]);
	});

	test('taken back and decided at the same time, it is one of both', async () => {
		for (let tries = 0; tries < 4; tries++) {
			const made = await inReview();
			const hana = await handler(made);
			const [decided, taken] = await Promise.all([hana.decide(), reporterOf(backend, made).withdraw()]);
			const state = await stateOf(made);
			expect([decided.status, taken.status].filter((status) => status === 200)).toHaveLength(1);
			expect(state).toBe(decided.status === 200 ? 'decided' : 'withdrawn');
			const { messages } = v.parse(ThreadSchema, (await reporterOf(backend, made).thread()).body);
			expect(messages).toHaveLength(state === 'decided' ? 1 : 0);
		}
	});

	test('a decision says something, and its words come with it or not at all', async () => {
		const made = await inReview();
		const hana = await handler(made);
		expect(await hana.move('in-review', 'decided')).toMatchObject({ status: 400, body: { problem: 'bad-input' } });
		const words = await written(made, 'What was found.', 'decision');
		expect((await hana.move('triaged', 'in-review', words)).status).toBe(409);
		expect(v.parse(CaseThreadSchema, (await hana.thread()).body).messages).toEqual([]);
		expect((await hana.move('in-review', 'decided', words)).status).toBe(200);
		const thread = v.parse(CaseThreadSchema, (await hana.thread()).body);
		expect(thread.messages).toMatchObject([{ id: words.id, kind: 'decision', from: 'handler', sealed: words.sealed }]);
		expect(thread).toMatchObject({ decidedByMe: true, row: { state: 'decided' } });
		const other = v.parse(CaseThreadSchema, (await (await handler(made, 'Hugo')).thread()).body);
		expect(other.decidedByMe).toBe(false);
	});

	test('the same step again, because its answer was lost, is the same step', async () => {
		const made = await inReview();
		const hana = await handler(made);
		const words = await written(made, 'What was found.', 'decision');
		const first = await hana.move('in-review', 'decided', words);
		backend.clock.now += 60_000;
		expect(await hana.move('in-review', 'decided', words)).toMatchObject({ status: 200, body: first.body });
		const without = await hana.move('in-review', 'decided', { ...words, id: made.id });
		expect(without).toMatchObject({ status: 409, body: { problem: 'conflict' } });
		expect(v.parse(CaseThreadSchema, (await hana.thread()).body).messages).toHaveLength(1);
	});

	test('a step without words again is the same step, of the same handler alone', async () => {
		const made = await inReview();
		const [hana, hugo] = [await handler(made), await handler(made, 'Hugo')];
		const conflict = { status: 409, body: { problem: 'conflict' } };
		await hana.decide();
		const first = await hana.move('decided', 'closed');
		expect(first.status).toBe(200);
		backend.clock.now += 60_000;
		expect(await hana.move('decided', 'closed')).toMatchObject({ status: 200, body: first.body });
		expect(await hugo.move('decided', 'closed')).toMatchObject(conflict);
		expect(await hana.move('in-review', 'closed')).toMatchObject(conflict);
		expect(await hana.move('in-review', 'decided')).toMatchObject({ status: 400 });
	});

	test('words may come with any step', async () => {
		const made = await inReview();
		const hana = await handler(made);
		await hana.decide();
		const words = await written(made, 'Closed.');
		expect((await hana.move('decided', 'closed', words)).status).toBe(200);
		const { messages } = v.parse(CaseThreadSchema, (await hana.thread()).body);
		expect(messages.find(({ id }) => id === words.id)).toMatchObject({ kind: 'message', from: 'handler' });
	});
});
