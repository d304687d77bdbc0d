/** Following a report with its capability alone: its thread, its messages, taking it back, on any device. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBase64, randomText } from '../../src/contract/bytes.ts';
import { CaseListSchema, CaseThreadSchema } from '../../src/contract/case.ts';
import { ReportStatusSchema, ThreadSchema } from '../../src/contract/follow.ts';
import { keysOfCode } from '../../src/contract/return-code.ts';
import { openOwn } from '../../src/panel/sealing/follow.ts';
import { openMessage } from '../../src/panel/sealing/message.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { dumpOf } from './setup/dump.ts';
import { makeWorld, type World } from './setup/people.ts';
import { canaries, sealedReport, type MadeReport } from './setup/sealed.ts';
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
	const keys = (...names: string[]) => names.map((name) => world.key(name).public);
	async function sent(): Promise<MadeReport> {
		const made = await sealedReport(keys('Hana', 'Hugo', 'recovery'));
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}
	const handler = async (made: MadeReport, user = 'Hana') => handlerOf(backend, made, await backend.signIn(user));
	const statusOf = async (made: MadeReport) =>
		v.parse(ReportStatusSchema, (await reporterOf(backend, made).status()).body);

	test('R5: a report goes received, triaged, in review, decided, closed, and its reporter is told each time, with the receipt', async () => {
		const made = await sent();
		const hana = await handler(made);
		const { receipt } = await statusOf(made);
		const seen = [(await statusOf(made)).state];
		for (const [from, to] of [
			['received', 'triaged'],
			['triaged', 'in-review'],
			['in-review', 'decided'],
			['decided', 'closed'],
		] as const) {
			backend.clock.now += 60_000;
			const moved = to === 'decided' ? await hana.decide() : await hana.move(from, to);
			expect(moved, to).toMatchObject({ status: 200, body: { state: to } });
			const status = await statusOf(made);
			expect(status).toMatchObject({ state: to, since: new Date(backend.clock.now).toISOString(), receipt });
			seen.push(status.state);
		}
		expect(seen).toEqual(['received', 'triaged', 'in-review', 'decided', 'closed']);
	});

	test('R12: the same report again gives the earlier receipt, whatever became of it', async () => {
		const made = await sent();
		const first = await backend.send(made);
		await (await handler(made)).move('received', 'triaged');
		backend.clock.now += 60_000;
		expect((await backend.send(made)).body).toEqual(first.body);
		await reporterOf(backend, made).withdraw();
		expect((await backend.send(made)).body).toEqual(first.body);
		expect(await statusOf(made)).toMatchObject({ state: 'withdrawn' });
	});

	test('R12: two reports of one thing by two people know nothing of each other, nor does the store', async () => {
		const [one, two] = [await sent(), await sent()];
		const first = await reporterOf(backend, one).thread();
		expect(JSON.stringify(first.body)).not.toContain(two.id);
		const { report = [], report_grant: grants = [] } = await dumpOf(backend.store);
		const [a, b] = [one, two].map(({ id }) => report.find((row) => row['id'] === id) ?? {});
		const same = Object.keys(a ?? {}).filter((column) => a?.[column] !== null && a?.[column] === b?.[column]);
		// What routing needs, and what any two reports of a moment share.
		const routing = 'at changed receipt_key route section since standing state version wiki'.split(' ');
		expect(same.sort()).toEqual(routing);
		const boxes = grants.flatMap((row) => ([one.id, two.id].includes(String(row['report'])) ? [row['box']] : []));
		expect(new Set(boxes).size).toBe(boxes.length);
	});

	test('the return code alone opens a report and its messages', async () => {
		const made = await sent();
		const hana = await handler(made);
		const question = await written(made, 'When was this?', 'message', 'handler');
		expect((await hana.answer(question)).status).toBe(200);
		const { id, secret, follow } = await keysOfCode(made.code);
		const answer = await backend.call('GET', `/v1/reports/${id}/thread`, { auth: `Capability ${secret}` });
		const thread = v.parse(ThreadSchema, answer.body);
		const own = await openOwn(thread, follow);
		expect(own?.body).toMatchObject({ id, details: canaries.text });
		const [message] = thread.messages;
		expect(message).toMatchObject({ id: question.id, from: 'handler', kind: 'message' });
		expect(message && (await openMessage(message, id, own?.secret ?? ''))).toMatchObject({ text: 'When was this?' });
	});

	test('both sides read the same messages, oldest first; one that is sent again is there once', async () => {
		const made = await sent();
		const [mine, hana] = [reporterOf(backend, made), await handler(made)];
		const all = [await written(made, 'One'), await written(made, 'Two'), await written(made, 'Three', 'evidence')];
		const [one, two, three] = all;
		if (!one || !two || !three) throw new Error('three were written');
		for (const write of [() => mine.write(one), () => hana.answer(two), () => mine.write(three, 'evidence')]) {
			backend.clock.now += 1000;
			const answers = [await write(), await write()];
			expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		}
		const theirs = v.parse(CaseThreadSchema, (await hana.thread()).body);
		const own = v.parse(ThreadSchema, (await mine.thread()).body);
		expect(own.messages).toEqual(theirs.messages);
		expect(own.messages.map(({ id, from, kind }) => [id, from, kind])).toEqual([
			[one.id, 'reporter', 'message'],
			[two.id, 'handler', 'message'],
			[three.id, 'reporter', 'evidence'],
		]);
		expect(own.messages.map((message) => message.sealed)).toEqual(all.map((message) => message.sealed));
		const changed = await mine.write({ ...one, sealed: two.sealed });
		expect(changed, 'other bytes').toMatchObject({ status: 409, body: { problem: 'conflict' } });
		expect((await hana.answer(one)).status, 'of the other side').toBe(409);
	});

	test('handlers see who waits for an answer, the reporter when one came', async () => {
		const made = await sent();
		const [mine, hana] = [reporterOf(backend, made), await handler(made)];
		const row = async () => v.parse(CaseThreadSchema, (await hana.thread()).body).row;
		expect(await row()).toMatchObject({ unanswered: null, standing: 'work', appealed: false });
		backend.clock.now += 1000;
		const asked = new Date(backend.clock.now).toISOString();
		await mine.write(await written(made, 'Is anybody there?'));
		expect(await row()).toMatchObject({ unanswered: asked });
		const listed = await backend.call('GET', '/v1/cases', { auth: await backend.signIn('Hugo') });
		const { cases, now } = v.parse(CaseListSchema, listed.body);
		expect(cases.find(({ id }) => id === made.id)).toMatchObject({ unanswered: asked });
		expect(now).toBe(asked);
		expect(await statusOf(made)).toMatchObject({ lastAnswer: null });
		backend.clock.now += 1000;
		await hana.answer(await written(made, 'Yes.'));
		expect(await row()).toMatchObject({ unanswered: null });
		expect(await statusOf(made)).toMatchObject({ lastAnswer: new Date(backend.clock.now).toISOString() });
	});

	test('a wrong capability, a wrong id and a report that is not there have one answer, on every route', async () => {
		const made = await sent();
		const message = await written(made, 'Mine?');
		const tries = [
			reporterOf(backend, made, randomText(32)),
			reporterOf(backend, { ...made, id: randomText(16) }),
			reporterOf(backend, { ...made, id: randomText(16) }, randomText(32)),
		];
		for (const stranger of tries) {
			for (const answer of [
				await stranger.status(),
				await stranger.thread(),
				await stranger.write(message),
				await stranger.withdraw(),
				await stranger.appeal(keys('Olga')),
				await stranger.feedback('yes'),
			])
				expect(answer).toMatchObject({ status: 404, body: { problem: 'not-found', params: [] } });
		}
		expect(await statusOf(made)).toMatchObject({ state: 'received' });
		expect(v.parse(ThreadSchema, (await reporterOf(backend, made).thread()).body).messages).toEqual([]);
	});

	test('who holds no grant reads no thread, answers nothing and takes no step', async () => {
		const made = await sent();
		for (const user of ['Olga', 'Staff child-safety']) {
			const other = await handler(made, user);
			for (const answer of [
				await other.thread(),
				await other.answer(await written(made, 'Hello')),
				await other.move('received', 'triaged'),
				await other.decide(),
			])
				expect(answer).toMatchObject({ status: 404, body: { problem: 'not-found' } });
		}
		expect(await statusOf(made)).toMatchObject({ state: 'received', lastAnswer: null });
	});

	test('taken back: text, messages, grants and box are gone; that it was there stays with its receipt', async () => {
		const made = await sent();
		const [mine, hana] = [reporterOf(backend, made), await handler(made)];
		await mine.write(await written(made, 'Something more'));
		await hana.answer(await written(made, 'Thank you'));
		await hana.move('received', 'triaged');
		const { receipt } = await statusOf(made);
		backend.clock.now += 1000;
		const answer = await mine.withdraw();
		expect(v.parse(ReportStatusSchema, answer.body)).toMatchObject({ state: 'withdrawn', due: null, receipt });
		expect((await mine.withdraw()).body, 'again').toEqual(answer.body);
		expect(v.parse(ThreadSchema, (await mine.thread()).body)).toMatchObject({
			follow: null,
			sealed: null,
			messages: [],
		});
		const { db } = backend.store;
		for (const table of ['report_grant', 'report_message'] as const) {
			expect(await db.selectFrom(table).select('report').where('report', '=', made.id).execute(), table).toEqual([]);
		}
		const kept = await db.selectFrom('report').select(['sealed', 'follow']).where('id', '=', made.id).execute();
		expect(kept.map(({ sealed, follow }) => [sealed.length, follow])).toEqual([[0, null]]);
		for (const gone of [await hana.open(), await hana.thread(), await hana.move('triaged', 'in-review')]) {
			expect(gone.status).toBe(404);
		}
		expect((await mine.write(await written(made, 'Late'))).body).toMatchObject({ problem: 'conflict' });
	});

	test('what is decided is not taken back, also while it is looked at again', async () => {
		const made = await sent();
		const [mine, hana] = [reporterOf(backend, made), await handler(made)];
		await hana.move('received', 'in-review');
		await hana.decide();
		expect(await mine.withdraw()).toMatchObject({ status: 409, body: { problem: 'too-late' } });
		expect((await mine.appeal(keys('Hugo'))).status).toBe(200);
		expect(await mine.withdraw()).toMatchObject({ status: 409, body: { problem: 'too-late' } });
		expect(v.parse(ThreadSchema, (await mine.thread()).body).sealed).toBe(made.report.sealed);
	});

	test('whether it helped is asked after closing, and may be changed', async () => {
		const made = await sent();
		const [mine, hana] = [reporterOf(backend, made), await handler(made)];
		await hana.move('received', 'in-review');
		expect((await mine.feedback('no')).body).toMatchObject({ problem: 'conflict' });
		await hana.decide();
		await hana.move('decided', 'closed');
		expect((await mine.feedback('perhaps')).body).toMatchObject({ problem: 'bad-input' });
		for (const answer of ['no', 'partly']) {
			expect((await mine.feedback(answer)).status).toBe(200);
			expect(await statusOf(made)).toMatchObject({ feedback: answer });
		}
	});

	test('a message that is too long is refused by name, and nothing is kept', async () => {
		const made = await sent();
		const hana = await handler(made);
		const long = (characters: number) => ({ id: randomText(16), sealed: 'A'.repeat(characters) });
		expect(await hana.answer(long(200_004))).toMatchObject({ status: 400, body: { problem: 'too-long' } });
		const mine = reporterOf(backend, made);
		expect(await mine.write(long(12_000_004))).toMatchObject({ status: 400, body: { problem: 'too-long' } });
		expect(v.parse(ThreadSchema, (await mine.thread()).body).messages).toEqual([]);
	});

	test('one side writes two hundred messages about a report and no more; the other still can', async () => {
		const made = await sent();
		const [mine, hana] = [reporterOf(backend, made), await handler(made)];
		const sealed = fromBase64((await written(made, 'Again')).sealed);
		const rows = Array.from({ length: 199 }, () => ({
			report: made.id,
			id: randomText(16),
			at: backend.clock.now,
			sender: 'reporter',
			kind: 'message',
			sealed,
		}));
		await backend.store.tx((tx) => tx.insertInto('report_message').values(rows).execute());
		expect((await mine.write(await written(made, 'The last'))).status).toBe(200);
		const more = await mine.write(await written(made, 'One more'));
		expect(more).toMatchObject({ status: 413, body: { problem: 'too-large' } });
		expect((await hana.answer(await written(made, 'Read'))).status).toBe(200);
	});

	test('however much was written, a report can be decided, and the decision appealed', async () => {
		const made = await sent();
		const sealed = fromBase64((await written(made, 'Again')).sealed);
		const rows = ['reporter', 'handler'].flatMap((sender) =>
			Array.from({ length: 200 }, () => ({
				report: made.id,
				id: randomText(16),
				at: backend.clock.now,
				sender,
				kind: 'message',
				sealed,
			})),
		);
		await backend.store.tx((tx) => tx.insertInto('report_message').values(rows).execute());
		const hana = await handler(made);
		expect(await hana.answer(await written(made, 'One more'))).toMatchObject({ status: 413 });
		expect((await hana.move('received', 'in-review')).status).toBe(200);
		expect((await hana.decide()).status).toBe(200);
		expect((await reporterOf(backend, made).appeal([world.key('Hugo').public])).status).toBe(200);
	});

	// PostgreSQL overwrites it when it tidies up, at a time of its own.
	if (place.kind === 'sqlite') {
		test('taken back: its bytes are not left in the file either', async () => {
			const made = await sent();
			const bytes = Buffer.from(made.report.sealed, 'base64').subarray(0, 400);
			const inFiles = (): boolean => {
				const files = place
					.folders()
					.flatMap((folder) => readdirSync(folder, { withFileTypes: true, recursive: true }));
				return files.some((file) => file.isFile() && readFileSync(join(file.parentPath, file.name)).includes(bytes));
			};
			expect(inFiles()).toBe(true);
			await reporterOf(backend, made).withdraw();
			expect(inFiles()).toBe(false);
		});
	}
});
