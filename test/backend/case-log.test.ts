/** A case's log over HTTP: what is appended, what is refused, and what each event does to the row. */
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { CaseEventsSchema, type CaseEvents } from '../../src/contract/case-log.ts';
import { mayMove, reportStates, type ReportState } from '../../src/domain/report/states.ts';
import { receiptKeys } from '../../src/backend/store/receipt-keys.ts';
import { checkLog } from '../../src/backend/verify/case-log.ts';
import type { EventDraft } from '../../src/panel/features/case/log/write.ts';
import { openDesk } from '../../src/panel/sealing/desk.ts';
import { openMessage } from '../../src/panel/sealing/message.ts';
import { signEvent } from '../../src/panel/sealing/event.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { deskOf } from './setup/desk.ts';
import { makeWorld, type World } from './setup/people.ts';
import { grantsFor, sealedReport, type MadeReport } from './setup/sealed.ts';
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

	async function sent(...to: string[]): Promise<MadeReport> {
		const people = to.length > 0 ? to : ['Hana', 'Hugo', 'recovery'];
		const made = await sealedReport(people.map((name) => world.key(name).public));
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}
	const desk = async (made: MadeReport, user = 'Hana') => deskOf(backend, world, made.id, await backend.signIn(user));
	async function logOf(made: MadeReport, user = 'Hana'): Promise<CaseEvents> {
		const handler = handlerOf(backend, made, await backend.signIn(user));
		return v.parse(CaseEventsSchema, (await handler.events()).body);
	}
	const kindsOf = async (made: MadeReport) => (await logOf(made)).events.map(({ event }) => event.kind);
	const note = (made: MadeReport, text: string) =>
		({
			kind: 'note',
			data: {},
			body: { v: 1, desk: 'handlers', report: made.id, kind: 'note', text },
		}) as const;

	/** As the command checks it. */
	async function faultsOf(report: string) {
		const { db } = backend.store;
		const rows = await db.selectFrom('case_event').selectAll().where('report', '=', report).orderBy('seq').execute();
		const end = await db.selectFrom('report').select(['version', 'head']).where('id', '=', report).executeTakeFirst();
		const keys = new Map([...world.keys.values()].map((pair) => [pair.public.id, [pair.public.sign]]));
		for (const { id, key } of await receiptKeys(db)) keys.set(id, [key]);
		const { faults, unknown } = await checkLog(report, rows, end ?? null, keys);
		expect(unknown).toBe(0);
		return faults;
	}

	test('what both sides and the service do stands in one chain, each signed by who did it', async () => {
		const made = await sent();
		const reporter = reporterOf(backend, made);
		const hana = handlerOf(backend, made, await backend.signIn('Hana'));
		await hana.move('received', 'in-review');
		await reporter.write(await written(made, 'It goes on.'));
		await hana.answer(await written(made, 'Thank you.', 'message', 'handler'));
		await hana.decide();
		await reporter.appeal([world.key('Hugo').public, world.key('recovery').public]);
		const { events, row } = await logOf(made);
		const kinds = ['received', 'step', 'wrote', 'answer', 'step', 'appealed'];
		expect(events.map(({ event }) => event.kind)).toEqual(kinds);
		const [service, mine] = [backend.services.receipts.key, world.key('Hana').public.id];
		expect(events.map(({ event }) => event.by)).toEqual([service, mine, service, mine, mine, service]);
		expect(row).toMatchObject({ version: 6, state: 'in-review', appealed: true });
		expect(await faultsOf(made.id)).toEqual([]);
	});

	test('a changed byte, a missing event, another order and another end show', async () => {
		const made = await sent();
		const hana = await desk(made);
		await hana.write({ kind: 'severity', data: { level: 'serious' } });
		await hana.write(note(made, 'Seen before.'));
		expect(await faultsOf(made.id)).toEqual([]);
		const set = (seq: number, values: object) =>
			backend.store.tx((tx) =>
				tx.updateTable('case_event').set(values).where('report', '=', made.id).where('seq', '=', seq).execute(),
			);
		const rows = await backend.store.db.selectFrom('case_event').selectAll().where('report', '=', made.id).execute();
		const [second, last] = [rows.find(({ seq }) => seq === 2), rows.find(({ seq }) => seq === 4)];
		if (!second || !last?.sealed) throw new Error('no events');
		await set(2, { event: second.event.replace('serious', 'minor') });
		expect((await faultsOf(made.id)).map(({ seq, what }) => [seq, what])).toEqual([
			[2, 'hash'],
			[2, 'signature'],
			[3, 'previous'],
		]);
		await set(2, { event: second.event });
		const bytes = Uint8Array.from(last.sealed, (byte, at) => (at === 300 ? byte ^ 1 : byte));
		await set(4, { sealed: bytes });
		expect((await faultsOf(made.id)).map(({ what }) => what)).toEqual(['sealed']);
		await set(4, { sealed: last.sealed });
		await backend.store.tx((tx) =>
			tx.deleteFrom('case_event').where('report', '=', made.id).where('seq', '=', 4).execute(),
		);
		expect((await faultsOf(made.id)).map(({ what }) => what)).toEqual(['head']);
		await set(2, { seq: 40 });
		expect((await faultsOf(made.id)).map(({ what }) => what)).toContain('gap');
	});

	test('H2: whatever steps are tried, the legal ones are taken, each is one event, and the others are a conflict', async () => {
		// A walk by the numbers of a fixed row, so that the same is tried each time (Lehmer 1951, as MINSTD has it).
		let seed = place.kind === 'sqlite' ? 11 : 12;
		const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
		const made = await sent();
		const handlers = await Promise.all(
			['Hana', 'Hugo'].map(async (user) => handlerOf(backend, made, await backend.signIn(user))),
		);
		let state: ReportState = 'received';
		let taken = 1;
		for (let tries = 0; tries < 60; tries++) {
			const who = next(2);
			const from = tries % 3 === 0 ? state : (reportStates[next(reportStates.length)] ?? state);
			const to: ReportState = reportStates[next(reportStates.length)] ?? state;
			const answer = await handlers[who]?.move(from, to, await written(made, 'Words.'));
			const isLegal = from === state && mayMove(from, to);
			expect(answer?.status, `${state}: ${from} to ${to}`).toBe(isLegal ? 200 : 409);
			if (!isLegal) {
				expect(answer?.body).toMatchObject({ problem: 'conflict', detail: { why: 'illegal' } });
				continue;
			}
			state = to;
			taken++;
		}
		const { row, events } = await logOf(made);
		expect(row).toMatchObject({ state, version: taken });
		expect(events).toHaveLength(taken);
		expect(taken).toBeGreaterThan(2);
		expect(await faultsOf(made.id)).toEqual([]);
	});

	test('the same event again is the same; another on an old end is told what came between', async () => {
		const made = await sent();
		const auth = await backend.signIn('Hana');
		const [hana, hugo] = [deskOf(backend, world, made.id, auth), await desk(made, 'Hugo')];
		const signed = await signEvent({ kind: 'claim', data: {} }, await hana.row(), hana.keys, hana.now());
		if (!signed.ok) throw new Error(signed.problem);
		const post = () => backend.call('POST', `/v1/cases/${made.id}/events`, { auth, body: signed.value });
		const first = await post();
		expect(first).toMatchObject({ status: 200, body: { version: 2, lease: { key: hana.keys.public.id } } });
		expect(await post()).toMatchObject({ status: 200, body: first.body });
		await hugo.write(note(made, 'Meanwhile.'));
		expect((await post()).status).toBe(200);
		const late = await signEvent(
			{ kind: 'release', data: {} },
			{ id: made.id, version: 1, head: signed.value.event.previous },
			hana.keys,
			hana.now(),
		);
		if (!late.ok) throw new Error(late.problem);
		const stale = await backend.call('POST', `/v1/cases/${made.id}/events`, { auth, body: late.value });
		expect(stale).toMatchObject({ status: 409, body: { problem: 'conflict', detail: { why: 'stale' } } });
		const { changed } = stale.body['detail'] as { changed: { event: { kind: string } }[] };
		expect(changed.map(({ event }) => event.kind)).toEqual(['claim', 'desk', 'note']);
		expect(await kindsOf(made)).toEqual(['received', 'claim', 'desk', 'note']);
	});

	test('nobody writes in another name, on another case, or what was not signed', async () => {
		const made = await sent();
		const other = await sent('Hugo', 'recovery');
		const auth = await backend.signIn('Hana');
		const hana = deskOf(backend, world, made.id, auth);
		const row = await hana.row();
		const post = (id: string, body: unknown) => backend.call('POST', `/v1/cases/${id}/events`, { auth, body });
		const asHugo = await signEvent({ kind: 'claim', data: {} }, row, world.key('Hugo').keys, hana.now());
		const mine = await signEvent({ kind: 'severity', data: { level: 'minor' } }, row, hana.keys, hana.now());
		if (!asHugo.ok || !mine.ok) throw new Error('not signed');
		const { event } = mine.value;
		expect(await post(made.id, asHugo.value)).toMatchObject({ status: 403 });
		expect(await post(made.id, { event: { ...event, data: { level: 'severe' } } })).toMatchObject({ status: 403 });
		expect(await post(made.id, { event, sealed: 'AAAA' })).toMatchObject({ status: 400 });
		expect(await post(made.id, { event: { ...event, kind: 'withdrew', data: {} } })).toMatchObject({ status: 400 });
		expect(await post(other.id, { event })).toMatchObject({ status: 400 });
		expect(await post(other.id, { event: { ...event, report: other.id } })).toMatchObject({ status: 404 });
		expect(await kindsOf(made)).toEqual(['received']);
	});

	test('H9: a note is read by handlers, and neither by its reporter nor with the report’s own key', async () => {
		const made = await sent();
		const [hana, hugo] = [await desk(made), await desk(made, 'Hugo')];
		await hana.write(note(made, 'Ask the other admin first.'));
		const { events } = await logOf(made, 'Hugo');
		const kept = events.find(({ event }) => event.kind === 'note')?.sealed ?? '';
		const secret = await hugo.deskKey();
		expect(await openDesk(kept, made.id, secret ?? '')).toMatchObject({ text: 'Ask the other admin first.' });
		expect(await openDesk(kept, made.id, made.key)).toBe(null);
		const asMessage = { id: randomText(16), at: hana.now(), from: 'handler', kind: 'message', sealed: kept } as const;
		expect(await openMessage(asMessage, made.id, made.key)).toBe(null);
		expect(JSON.stringify((await reporterOf(backend, made).thread()).body)).not.toContain(kept);
		expect(await hana.write({ kind: 'note', data: {} })).toMatchObject({ problem: 'bad-input' });
	});

	test('while one works on it the others may note and wait, and after five minutes of silence go on', async () => {
		const made = await sent();
		const [hana, hugo] = [await desk(made), await desk(made, 'Hugo')];
		expect((await hana.write({ kind: 'claim', data: {} })).ok).toBe(true);
		const claimed = { problem: 'conflict', detail: { why: 'claimed' } };
		expect(await hugo.write({ kind: 'claim', data: {} })).toMatchObject(claimed);
		expect(await hugo.write({ kind: 'severity', data: { level: 'severe' } })).toMatchObject(claimed);
		expect((await hugo.write(note(made, 'When you are done: see last week.'))).ok).toBe(true);
		expect((await hana.write({ kind: 'severity', data: { level: 'severe' } })).ok).toBe(true);
		backend.clock.now += 5 * 60_000 + 1;
		expect((await hugo.row()).lease).toBe(null);
		expect(await hugo.write({ kind: 'claim', data: {} })).toMatchObject({ ok: true });
		expect(await hana.write({ kind: 'release', data: {} })).toMatchObject(claimed);
		expect((await hugo.write({ kind: 'release', data: {} })).ok).toBe(true);
		expect(await hana.row()).toMatchObject({ lease: null, severity: 'severe' });
	});

	test('assigned, put off, in one case with another: the row says so, and a group only to who sees two of it', async () => {
		const [one, two] = [await sent(), await sent('Hana', 'recovery')];
		const [first, second] = [await desk(one), await desk(two)];
		const group = randomText(16);
		const hugo = world.key('Hugo').public.id;
		await first.write({ kind: 'assign', data: { to: hugo } });
		await first.write({ kind: 'snooze', data: { until: '2026-06-01T00:00:00.000Z' } });
		await first.write({ kind: 'join', data: { group } });
		expect((await first.row()).group).toBe(null);
		await second.write({ kind: 'join', data: { group } });
		expect(await first.row()).toMatchObject({ group, assigned: hugo, snoozed: '2026-06-01T00:00:00.000Z' });
		expect((await (await desk(one, 'Hugo')).row()).group).toBe(null);
		expect(await second.write({ kind: 'assign', data: { to: hugo } })).toMatchObject({ detail: { why: 'illegal' } });
		await second.write({ kind: 'part', data: {} });
		expect((await first.row()).group).toBe(null);
	});

	test('a handler lets another read it, and somebody be gone; keys that are nobody’s get nothing', async () => {
		const made = await sent('Hana', 'recovery');
		const hana = await desk(made);
		await hana.write(note(made, 'Before Hugo.'));
		const { public: hugo } = world.key('Hugo');
		const [box] = await grantsFor(made.id, made.key, [hugo]);
		const to = (key: string): EventDraft => ({
			kind: 'grant',
			data: { keys: [key] },
			grants: [{ key, box: box?.box ?? '', desk: null }],
		});
		expect(await hana.write(to('0'.repeat(16)))).toMatchObject({ problem: 'wrong-recipients' });
		expect(await hana.write(to(world.key('custodian').public.id))).toMatchObject({ problem: 'wrong-recipients' });
		expect((await hana.write(to(hugo.id))).ok).toBe(true);
		expect((await (await desk(made, 'Hugo')).row()).grants).toMatchObject([{ key: hugo.id, desk: null }]);
		const gone = await hana.write({ kind: 'revoke', data: { keys: [hana.keys.public.id] } });
		expect(gone).toMatchObject({ ok: true, value: { grants: [] } });
		expect((await hana.read()).ok).toBe(false);
		expect(await faultsOf(made.id)).toEqual([]);
	});

	test('legal hold wants two people, to begin it and to end it', async () => {
		const made = await sent();
		const [hana, hugo] = [await desk(made), await desk(made, 'Hugo')];
		await hana.write({ kind: 'hold', data: {} });
		const second = { problem: 'conflict', detail: { why: 'second-person' } };
		expect(await hana.write({ kind: 'hold', data: {} })).toMatchObject(second);
		expect(await hugo.write({ kind: 'hold', data: {} })).toMatchObject({ value: { hold: 'on' } });
		expect(await reporterOf(backend, made).withdraw()).toMatchObject({ status: 409, body: { problem: 'too-late' } });
		expect(await hugo.write({ kind: 'lift-hold', data: {} })).toMatchObject({ value: { hold: 'on' } });
		expect(await hugo.write({ kind: 'lift-hold', data: {} })).toMatchObject(second);
		expect(await hana.write({ kind: 'lift-hold', data: {} })).toMatchObject({ value: { hold: null } });
		expect((await reporterOf(backend, made).withdraw()).status).toBe(200);
	});

	test('what was withdrawn keeps its log, and no note of it', async () => {
		const made = await sent();
		const hana = await desk(made);
		await hana.write(note(made, 'Something of it.'));
		expect((await reporterOf(backend, made).withdraw()).status).toBe(200);
		const rows = await backend.store.db
			.selectFrom('case_event')
			.selectAll()
			.where('report', '=', made.id)
			.orderBy('seq')
			.execute();
		expect(rows.map(({ kind, sealed }) => [kind, sealed])).toEqual([
			['received', null],
			['desk', null],
			['note', null],
			['withdrew', null],
		]);
		expect(await faultsOf(made.id)).toEqual([]);
		expect((await hana.read()).ok).toBe(false);
	});
});
