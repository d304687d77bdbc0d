/** Somebody is told: who, when, once, and nothing of what waits. The wiki's e-mail is tried on a real wiki in test/wiki/backend. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { tellDuty } from '../../src/backend/duty/tell.ts';
import { firstLooks } from '../../src/backend/store/first-look.ts';
import { summarize } from '../../src/domain/report/first-look.ts';
import { mailsOf } from './setup/mail-bot.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { makeWorld, wikiA, type World } from './setup/people.ts';
import { canaries, sealedReport, type MadeReport } from './setup/sealed.ts';
import { handlerOf, reporterOf } from './setup/sides.ts';
import { onBothStores } from './setup/stores.ts';
import { startWebhook, type WebhookDouble } from './setup/webhook.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const never = new AbortController().signal;

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	let webhook: WebhookDouble;
	let bot: ReturnType<typeof mailsOf>;
	beforeAll(async () => {
		[world, webhook] = await Promise.all([makeWorld(), startWebhook()]);
	});
	afterAll(() => webhook.stop());
	beforeEach(async () => {
		bot = mailsOf();
		webhook.told.length = 0;
		webhook.isDown = false;
		world.configure(wikiA, { duty: { rota: [{ members: ['Hugo', 'Olga'] }] } });
		const duty = { webhooks: [{ url: webhook.url }] };
		const accounts = [{ wiki: wikiA, user: 'Staff recovery' }];
		const staff = world.staff.map((one) => (one.role === 'recovery' ? { ...one, accounts } : one));
		backend = await startTestBackend(world, await place.fresh(), { duty, staff });
	});
	afterEach(() => backend.stop());

	const send = async (
		route: 'conduct' | 'threat' | 'child-safety' = 'conduct',
		names = ['Hana', 'Hugo', 'recovery'],
	) => {
		const made = await sealedReport(
			names.map((name) => world.key(name).public),
			{ route },
		);
		expect((await backend.send(made)).status).toBe(200);
		return made;
	};
	const needs = () => ({ ...backend.services, bots: new Map([[wikiA, bot.transport]]) });
	/** Who got an e-mail in one round, so many minutes later. */
	async function told(later = 0): Promise<string[]> {
		backend.clock.now += later * minute;
		bot.sent.length = 0;
		await tellDuty(needs(), never);
		return bot.sent.map((mail) => mail['target'] ?? '').sort();
	}
	const handler = async (made: MadeReport, user = 'Hugo') => handlerOf(backend, made, await backend.signIn(user));
	async function succeeds(answer: Promise<{ status: number }>): Promise<void> {
		expect((await answer).status).toBe(200);
	}

	test('first those on duty who can read it, then the team, then staff, each once; nobody who holds no key of it', async () => {
		world.configure(wikiA, { duty: { rota: [{ members: ['Hugo', 'Olga'] }], minutes: { others: 60 } } });
		await send();
		expect(await told(), 'Olga is on duty, and may not know of it').toEqual(['Hugo']);
		expect(webhook.told).toHaveLength(1);
		expect(await told()).toEqual([]);
		expect(await told(59)).toEqual([]);
		expect(await told(1)).toEqual(['Hana', 'Hugo']);
		expect(await told(60)).toEqual(['Hana', 'Hugo', 'Staff recovery']);
		for (const later of [60, 24 * 60]) expect(await told(later)).toEqual([]);
		expect(webhook.told).toHaveLength(3);
	});

	test('nobody is waited for where nobody on duty can read it, and a report about children is told to its staff', async () => {
		await send('conduct', ['Hana', 'recovery']);
		expect(await told()).toEqual(['Hana']);
		await send('child-safety', ['child-safety', 'recovery']);
		expect(await told(1)).toEqual(['Staff child-safety']);
	});

	test('it ends once somebody has come; for an appeal it begins again, without who decided', async () => {
		const made = await send('threat');
		expect(await told()).toEqual(['Hugo']);
		const hugo = await handler(made);
		await succeeds(hugo.write({ kind: 'claim', data: {} }));
		expect(await told(30)).toEqual([]);
		await succeeds(hugo.move('received', 'in-review'));
		await succeeds(hugo.decide());
		backend.clock.now += minute;
		expect((await reporterOf(backend, made).appeal([world.key('Hana').public])).status).toBe(200);
		expect(await told(), 'Hugo decided').toEqual(['Hana']);
		await succeeds((await handler(made, 'Hana')).write({ kind: 'claim', data: {} }));
		expect(await told(60)).toEqual([]);
		const contested = { state: 'in-review', contested_at: backend.clock.now + 1 };
		await backend.store.tx((tx) => tx.updateTable('report').set(contested).where('id', '=', made.id).execute());
		expect(await told(1), 'the person reported asked for another look').toEqual(['Hana']);
	});

	test('what was looked at and is overdue comes up again, in days', async () => {
		const made = await send();
		expect(await told()).toEqual(['Hugo']);
		await succeeds((await handler(made)).move('received', 'triaged'));
		expect(await told(89 * 24 * 60)).toEqual([]);
		expect(await told(24 * 60)).toEqual(['Hugo']);
		expect(await told(24 * 60)).toEqual(['Hana', 'Hugo']);
	});

	test('an emergency behind a flood of others is told as soon as if it were alone', async () => {
		const first = await send();
		const { store } = backend;
		const row = await store.db.selectFrom('report').selectAll().where('id', '=', first.id).executeTakeFirstOrThrow();
		const flood = Array.from({ length: 700 }, (_, at) => ({ ...row, id: `flood-${at}` }));
		await store.tx((tx) => tx.insertInto('report').values(flood).execute());
		await send('threat', ['Hana']);
		expect(await told()).toContain('Hana');
	});

	test('an emergency goes on within minutes, and a flood is one e-mail', async () => {
		await Promise.all([send('threat'), send('threat'), send(), send(), send()]);
		expect(await told()).toEqual(['Hugo']);
		expect(webhook.told).toHaveLength(1);
		await send();
		expect(await told(9), 'told a moment ago').toEqual([]);
		expect(await told(1)).toEqual(['Hugo']);
		expect(await told(5), 'the emergencies').toEqual(['Hana', 'Hugo']);
	});

	test('what nobody took is told again later; what an address took is told although the wiki is down', async () => {
		await send();
		bot.isDown = true;
		webhook.isDown = true;
		expect(await told()).toEqual([]);
		expect(await told(1), 'not at once').toEqual([]);
		webhook.isDown = false;
		expect(await told(1)).toEqual([]);
		expect(webhook.told).toHaveLength(1);
		bot.isDown = false;
		expect(await told(10)).toEqual([]);
		expect(webhook.told).toHaveLength(1);
	});

	test('several processes tell once, and after a stop of days nobody is told of each stage', async () => {
		await send();
		await Promise.all([1, 2, 3, 4].map(() => tellDuty(needs(), never)));
		expect(bot.sent).toHaveLength(1);
		expect(webhook.told).toHaveLength(1);
		expect(await told((5 * day) / minute)).toEqual(['Hana', 'Hugo', 'Staff recovery']);
		expect(await told(60)).toEqual([]);
	});

	test('a client learns how much waits for its handler, and since when, and of nothing that they cannot read', async () => {
		const first = await send();
		await send('child-safety', ['child-safety', 'recovery']);
		backend.clock.now += minute;
		const second = await send();
		const waiting = async (user: string) =>
			(await backend.call('GET', '/v1/duty', { auth: await backend.signIn(user) })).body;
		const newest = new Date(backend.clock.now).toISOString();
		expect(await waiting('Hana')).toEqual({ count: 2, newest });
		expect(await waiting('Staff child-safety')).toMatchObject({ count: 1 });
		expect(await waiting('Olga')).toEqual({ count: 0, newest: null });
		await succeeds((await handler(second)).move('received', 'triaged'));
		expect(await waiting('Hana')).toEqual({ count: 1, newest: new Date(backend.clock.now - minute).toISOString() });
		await succeeds((await handler(first)).write({ kind: 'claim', data: {} }));
		expect(await waiting('Hana')).toEqual({ count: 0, newest: null });
		backend.clock.now += 7 * day;
		const late = new Date(backend.clock.now - minute).toISOString();
		expect(await waiting('Hana'), 'claimed, and nobody has looked at it since').toEqual({ count: 1, newest: late });
	});

	test('the time to a person is from its arrival to the first thing a handler did, and small numbers are not told', async () => {
		const waits = [1, 2, 3, 4, 60].map((count) => count * minute);
		for (const wait of waits) {
			const made = await send();
			backend.clock.now += wait;
			const hana = await handler(made, 'Hana');
			await succeeds(hana.write({ kind: 'claim', data: {} }));
			backend.clock.now += minute;
			await succeeds(hana.write({ kind: 'release', data: {} }));
		}
		await succeeds((await handler(await send('threat'))).write({ kind: 'claim', data: {} }));
		await send();
		expect(summarize(await firstLooks(backend.store.db))).toEqual([
			{ month: '2026-05', route: 'conduct', seen: 5, median: 3 * minute, p90: 60 * minute },
			{ month: '2026-05', route: 'threat', seen: null, median: null, p90: null },
		]);
	});

	test('nothing of what waits is in a mail, a webhook’s words or the log', async () => {
		const made = await send('threat');
		await told();
		expect(webhook.told).toEqual(['/told {"text":"Wikihaven: something waits for you."}']);
		const [mail] = bot.sent;
		expect(mail).toMatchObject({ subject: 'Wikihaven: Etwas wartet auf dich.' });
		expect(mail?.['text']).toContain('http://a.wiki.test/wiki/Hauptseite');
		webhook.isDown = true;
		bot.isDown = true;
		await send('threat');
		await told(5);
		const all = JSON.stringify([bot.sent, webhook.told, backend.logged]);
		for (const trace of [made.id, 'threat', 'conduct', ...Object.values(canaries).map(String)]) {
			expect(all).not.toContain(trace);
		}
		expect(JSON.stringify(backend.logged)).not.toContain('Hugo');
	});

	test('nothing happens where cases are switched off, or where there is neither account nor address', async () => {
		await send();
		world.configure(wikiA, { off: ['case'] });
		expect(await told()).toEqual([]);
		world.configure(wikiA, {});
		const bare = { ...backend.services, config: { ...backend.services.config, duty: { webhooks: [] } } };
		await tellDuty(bare, never);
		expect(await backend.store.db.selectFrom('duty_alert').selectAll().execute()).toEqual([]);
	});
});
