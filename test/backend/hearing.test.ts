/** Hearing the person reported: a channel by code alone, apart from the report, one contest, decided by somebody else. */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseEventsSchema } from '../../src/contract/case-log.ts';
import { readCode } from '../../src/contract/return-code.ts';
import { ThreadSchema } from '../../src/contract/follow.ts';
import { HearingListSchema, HearingSchema } from '../../src/contract/hearing.ts';
import { randomText } from '../../src/contract/bytes.ts';
import { newDeskKey, sealDesk } from '../../src/panel/sealing/desk.ts';
import { wordsOf } from '../../src/panel/sealing/event.ts';
import { hearingKeys, newHearing, openLetters, type HearingKeys } from '../../src/panel/sealing/hearing.ts';
import { sealMessage } from '../../src/panel/sealing/message.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { makeWorld, type World } from './setup/people.ts';
import { canaries, sealedReport, type MadeReport } from './setup/sealed.ts';
import { handlerOf, reporterOf, type Written } from './setup/sides.ts';
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

	type Kind = 'message' | 'decision' | 'appeal';
	async function words(
		{ id, key }: HearingKeys,
		text: string,
		kind: Kind,
		from: 'handler' | 'reporter',
	): Promise<Written> {
		const message = randomText(16);
		const body = { v: 1, report: id, id: message, kind, from, text, at: '2026-05-01T12:00:00Z' } as const;
		const sealed = await sealMessage(body, key);
		if (!sealed.ok) throw new Error(sealed.problem);
		return { id: message, sealed: sealed.value };
	}
	/** What somebody with these keys may do, and nothing else. */
	function heard(keys: HearingKeys, secret = keys.secret) {
		const auth = `Capability ${secret}`;
		const path = `/v1/hearings/${keys.id}`;
		return {
			read: () => backend.call('GET', path, { auth }),
			say: ({ id, sealed }: Written) => backend.call('PUT', `${path}/messages/${id}`, { auth, body: { sealed } }),
			contest: ({ id, sealed }: Written) =>
				backend.call('PUT', `${path}/contest`, { auth, body: { message: id, sealed } }),
		};
	}
	const handler = async (made: MadeReport, user: string) => handlerOf(backend, made, await backend.signIn(user));
	const names = ['Hana', 'Hugo', 'recovery'];

	/** A report in review with a hearing that Hana opened; what she and the person heard need. */
	async function opened() {
		const made = await sealedReport(names.map((name) => world.key(name).public));
		expect((await backend.send(made)).status).toBe(200);
		const hana = await handler(made, 'Hana');
		expect((await hana.move('received', 'in-review')).status).toBe(200);
		const { body, capability } = await newHearing(made.id, canaries.subject);
		const sealed = await sealDesk(body, await newDeskKey());
		const open = {
			kind: 'hearing' as const,
			data: { hearing: body.hearing },
			...(sealed.ok ? { sealed: sealed.value } : {}),
			hearing: { capability },
		};
		expect((await hana.write(open)).status).toBe(200);
		const code = readCode(body.code);
		if (!code) throw new Error('no code');
		const keys = await hearingKeys(code);
		const tell = async (text: string, reasons: boolean) => {
			const message = await words(keys, text, reasons ? 'decision' : 'message', 'handler');
			return hana.write({
				kind: 'tell',
				data: { hearing: keys.id, ...(await wordsOf(message)) },
				message,
				...(reasons ? { hearing: { reasons: true } } : {}),
			});
		};
		return { made, hana, keys, mine: heard(keys), tell };
	}
	const kindsOf = async (made: MadeReport) =>
		v
			.parse(CaseEventsSchema, (await (await handler(made, 'Hana')).events()).body)
			.events.map(({ event }) => event.kind);

	test('H10: the person reported reads and answers by the code alone, and both sides stand in the log', async () => {
		const { made, keys, mine, tell } = await opened();
		expect((await tell('How do you see it?', false)).status).toBe(200);
		const answer = await words(keys, 'It was meant otherwise.', 'message', 'reporter');
		expect((await mine.say(answer)).status).toBe(200);
		expect((await mine.say(answer)).status).toBe(200);
		const hearing = v.parse(HearingSchema, (await mine.read()).body);
		expect(hearing).toMatchObject({ over: false, contest: 'none', until: null });
		expect((await openLetters(hearing, keys.key)).map(({ body }) => body?.text)).toEqual([
			'How do you see it?',
			'It was meant otherwise.',
		]);
		expect(await kindsOf(made)).toEqual(['received', 'step', 'hearing', 'tell', 'heard']);
		const seen = await backend.call('GET', `/v1/cases/${made.id}/hearings`, { auth: await backend.signIn('Hugo') });
		expect(v.parse(HearingListSchema, seen.body).hearings).toEqual([hearing]);
	});

	test('H7: neither side of the report gets to the other by what it holds', async () => {
		const { made, keys, mine, tell } = await opened();
		await tell('How do you see it?', false);
		const other = await opened();
		for (const secret of [made.secret, other.keys.secret, randomBytes(32).toString('base64url')]) {
			const stranger = heard(keys, secret);
			const answer = await words(keys, 'x', 'message', 'reporter');
			for (const outcome of [await stranger.read(), await stranger.say(answer), await stranger.contest(answer)])
				expect(outcome).toMatchObject({ status: 404, body: { problem: 'not-found' } });
		}
		// The code of a hearing opens no report, nor a report that has the same id.
		expect((await reporterOf(backend, made, keys.secret).thread()).status).toBe(404);
		expect((await backend.call('GET', `/v1/reports/${keys.id}`, { auth: `Capability ${keys.secret}` })).status).toBe(
			404,
		);
		expect((await backend.call('GET', `/v1/hearings/${made.id}`, { auth: `Capability ${made.secret}` })).status).toBe(
			404,
		);
		const thread = v.parse(ThreadSchema, (await reporterOf(backend, made).thread()).body);
		expect(JSON.stringify(thread)).not.toContain(keys.id);
		expect(thread.messages).toEqual([]);
		const told = JSON.stringify((await mine.read()).body);
		for (const said of [
			made.id,
			made.report.hash,
			'conduct',
			'ucoc',
			'in-review',
			...Object.values(canaries).map(String),
		])
			expect(told).not.toContain(said);
		for (const user of ['Olga', 'Anna']) {
			const answer = await backend.call('GET', `/v1/cases/${made.id}/hearings`, { auth: await backend.signIn(user) });
			expect([403, 404]).toContain(answer.status);
		}
	});

	test('H10: one contest, only after reasons, decided by somebody else', async () => {
		const { made, hana, keys, mine, tell } = await opened();
		const please = await words(keys, 'Please look again.', 'appeal', 'reporter');
		expect(await mine.contest(please)).toMatchObject({ status: 409, body: { problem: 'conflict' } });
		expect((await hana.decide()).status).toBe(200);
		expect(await mine.contest(please)).toMatchObject({ status: 409 });
		expect((await tell('Our reasons.', true)).status).toBe(200);
		expect(v.parse(HearingSchema, (await mine.read()).body)).toMatchObject({
			contest: 'open',
			until: new Date(backend.clock.now + 30 * day).toISOString(),
		});
		const first = await mine.contest(please);
		expect(v.parse(HearingSchema, first.body)).toMatchObject({ contest: 'used', until: null });
		// Its answer was lost.
		expect(await mine.contest(please)).toMatchObject({ status: 200 });
		expect(await mine.contest(await words(keys, 'Again.', 'appeal', 'reporter'))).toMatchObject({ status: 409 });
		expect((await kindsOf(made)).slice(-3)).toEqual(['step', 'tell', 'contested']);
		expect(await hana.decide()).toMatchObject({ status: 403, body: { problem: 'forbidden' } });
		const hugo = await handler(made, 'Hugo');
		expect((await hugo.decide()).status).toBe(200);
		expect((await tell('Other handlers see it so.', true)).status).toBe(200);
		expect(v.parse(HearingSchema, (await mine.read()).body)).toMatchObject({ contest: 'used' });
		expect(await mine.contest(await words(keys, 'And again.', 'appeal', 'reporter'))).toMatchObject({ status: 409 });
	});

	test('H10: too late is too late', async () => {
		const { hana, keys, mine, tell } = await opened();
		await hana.decide();
		await tell('Our reasons.', true);
		backend.clock.now += 31 * day;
		expect(await mine.contest(await words(keys, 'Now?', 'appeal', 'reporter'))).toMatchObject({
			status: 409,
			body: { problem: 'too-late' },
		});
	});

	test('what was signed is what is kept: no other words, no hearing without what opens it, none of another case', async () => {
		const { hana, keys, mine } = await opened();
		const message = await words(keys, 'Signed.', 'message', 'handler');
		const swapped = await words(keys, 'Swapped.', 'message', 'handler');
		const data = { hearing: keys.id, ...(await wordsOf(message)) };
		expect((await hana.write({ kind: 'tell', data, message: swapped })).status).toBe(400);
		expect((await hana.write({ kind: 'tell', data })).status).toBe(400);
		expect((await hana.write({ kind: 'hearing', data: { hearing: randomText(16) } })).status).toBe(400);
		const other = await opened();
		expect((await other.hana.write({ kind: 'tell', data, message })).status).toBe(409);
		expect(v.parse(HearingSchema, (await mine.read()).body).messages).toEqual([]);
	});

	test('when the report is taken back nothing said in the hearing is left, and its code still says that it is over', async () => {
		const { made, keys, mine, tell } = await opened();
		await tell('How do you see it?', false);
		await mine.say(await words(keys, 'So.', 'message', 'reporter'));
		expect((await reporterOf(backend, made).withdraw()).status).toBe(200);
		expect(v.parse(HearingSchema, (await mine.read()).body)).toMatchObject({
			over: true,
			contest: 'none',
			messages: [],
		});
		expect((await mine.say(await words(keys, 'And?', 'message', 'reporter'))).status).toBe(409);
		const left = await backend.store.db
			.selectFrom('hearing_message')
			.selectAll()
			.where('hearing', '=', keys.id)
			.execute();
		expect(left).toEqual([]);
	});

	test('without an account nobody writes without end: what one address may send is limited', async () => {
		const strict = await startTestBackend(world, await place.fresh(), {
			rates: { follow: { points: 2, seconds: 600 } },
		});
		const call = () =>
			strict.call('PUT', `/v1/hearings/${randomText(16)}/messages/${randomText(16)}`, {
				auth: `Capability ${randomText(32)}`,
				body: { sealed: 'AAAA' },
			});
		const statuses = [(await call()).status, (await call()).status, (await call()).status];
		await strict.stop();
		expect(statuses).toEqual([404, 404, 429]);
	});
});
