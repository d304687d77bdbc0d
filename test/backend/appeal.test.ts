/** Appeals: once, in time, after a decision, and never to those who decided. */
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseListSchema, CaseThreadSchema } from '../../src/contract/case.ts';
import { ReportStatusSchema, ThreadSchema } from '../../src/contract/follow.ts';
import type { SealedReport } from '../../src/contract/report.ts';
import type { EventDraft } from '../../src/panel/features/case/log/write.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { deskOf } from './setup/desk.ts';
import { makeWorld, newKey, wikiA, type KeyPair, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { handlerOf, reporterOf, written } from './setup/sides.ts';
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
	const keys = (...names: string[]) => names.map((name) => world.key(name).public);
	const handler = async (made: MadeReport, user: string) => handlerOf(backend, made, await backend.signIn(user));
	const statusOf = async (made: MadeReport) =>
		v.parse(ReportStatusSchema, (await reporterOf(backend, made).status()).body);

	async function decided(by = 'Hana', change: Partial<SealedReport> = {}, names = ['Hana', 'Hugo', 'recovery']) {
		const made = await sealedReport(keys(...names), change);
		expect((await backend.send(made)).status).toBe(200);
		const one = await handler(made, by);
		await one.move('received', 'in-review');
		expect((await one.decide()).status).toBe(200);
		return made;
	}
	/** Somebody's key page with one more key, the earlier ones over. */
	async function withNewKey(name: string): Promise<{ fresh: KeyPair; back(): void }> {
		const pages = world.wikis.get(wikiA)?.keys;
		const old = pages?.get(name) ?? [];
		const fresh = await newKey();
		const from = backend.clock.now;
		pages?.set(name, [
			...old.map((key) => ({ ...key, until: from })),
			{ key: fresh.public, revision: 900, from, until: null },
		]);
		return { fresh, back: () => void pages?.set(name, old) };
	}

	test('an appeal goes to somebody else: back in review, new in their queue, not to be decided by who did', async () => {
		const made = await decided();
		expect(await statusOf(made)).toMatchObject({ appeal: 'open', decidedBy: [world.key('Hana').public.id] });
		backend.clock.now += day;
		const words = await written(made, 'Please look again.', 'appeal');
		const answer = await reporterOf(backend, made).appeal(keys('Hugo', 'recovery'), words);
		expect(v.parse(ReportStatusSchema, answer.body)).toMatchObject({
			state: 'in-review',
			since: new Date(backend.clock.now).toISOString(),
			appeal: 'used',
		});
		const hana = await handler(made, 'Hana');
		expect(v.parse(CaseThreadSchema, (await hana.thread()).body)).toMatchObject({ decidedByMe: true });
		expect(await hana.decide()).toMatchObject({ status: 403, body: { problem: 'forbidden' } });
		const hugo = await handler(made, 'Hugo');
		const thread = v.parse(CaseThreadSchema, (await hugo.thread()).body);
		expect(thread).toMatchObject({ decidedByMe: false, row: { appealed: true, state: 'in-review' } });
		expect(thread.messages.at(-1)).toMatchObject({ id: words.id, kind: 'appeal', from: 'reporter' });
		expect((await hugo.decide()).status).toBe(200);
		expect(await statusOf(made)).toMatchObject({
			state: 'decided',
			appeal: 'used',
			decidedBy: keys('Hana', 'Hugo').map((key) => key.id),
		});
	});

	test('who could read it before reads the notes on; who came by the appeal alone can write some as well', async () => {
		const made = await decided();
		const deskFor = async (user: string) => deskOf(backend, world, made.id, await backend.signIn(user));
		const note = (text: string): EventDraft => ({
			kind: 'note',
			data: {},
			body: { v: 1, desk: 'handlers', report: made.id, kind: 'note', text },
		});
		const [hana, hugo] = [await deskFor('Hana'), await deskFor('Hugo')];
		await hana.write(note('What I found.'));
		const before = await hugo.deskKey();
		expect(before).not.toBe(null);
		expect((await reporterOf(backend, made).appeal(keys('Hugo', 'Olga'))).status).toBe(200);
		expect(await hugo.deskKey()).toBe(before);
		const olga = await deskFor('Olga');
		expect(await olga.deskKey()).toBe(null);
		expect((await olga.write(note('What I found.'))).ok).toBe(true);
		expect([null, before]).not.toContain(await olga.deskKey());
		expect(await hugo.deskKey()).toBe(before);
	});

	test('once: neither again nor by another message, but the same appeal again is the same', async () => {
		const made = await decided();
		const mine = reporterOf(backend, made);
		const words = await written(made, 'Please look again.', 'appeal');
		const first = await mine.appeal(keys('Hugo'), words);
		expect(first.status).toBe(200);
		expect((await mine.appeal(keys('Hugo'), words)).body).toEqual(first.body);
		expect(await mine.appeal(keys('Olga'))).toMatchObject({ status: 409, body: { problem: 'conflict' } });
		await (await handler(made, 'Hugo')).decide();
		expect(await mine.appeal(keys('Olga'))).toMatchObject({ status: 409, body: { problem: 'conflict' } });
		const { messages } = v.parse(ThreadSchema, (await mine.thread()).body);
		expect(messages.filter(({ kind }) => kind === 'appeal')).toHaveLength(1);
	});

	test('of two appeals at the same time one is taken', async () => {
		const made = await decided();
		const mine = reporterOf(backend, made);
		const answers = await Promise.all([mine.appeal(keys('Hugo')), mine.appeal(keys('Olga'))]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
		const opened = await Promise.all(['Hugo', 'Olga'].map(async (name) => (await handler(made, name)).open()));
		// Hugo could read it before; Olga only where the appeal went to her.
		expect(opened.map(({ status }) => status)).toEqual([200, answers[1]?.status === 200 ? 200 : 404]);
	});

	test('not before a decision, and not when its time is over', async () => {
		const early = await sealedReport(keys('Hana', 'Hugo', 'recovery'));
		await backend.send(early);
		expect(await statusOf(early)).toMatchObject({ appeal: 'none', decidedBy: [] });
		expect((await reporterOf(backend, early).appeal(keys('Hugo'))).body).toMatchObject({ problem: 'conflict' });
		const [late, closed] = [await decided(), await decided()];
		await (await handler(closed, 'Hana')).move('decided', 'closed');
		backend.clock.now += 30 * day - 1;
		expect(await statusOf(closed)).toMatchObject({ state: 'closed', appeal: 'open' });
		expect((await reporterOf(backend, closed).appeal(keys('Hugo'))).status).toBe(200);
		backend.clock.now += 1;
		expect(await statusOf(late)).toMatchObject({ appeal: 'none' });
		expect(await reporterOf(backend, late).appeal(keys('Hugo'))).toMatchObject({
			status: 409,
			body: { problem: 'too-late' },
		});
		expect(await statusOf(late)).toMatchObject({ state: 'decided' });
	});

	test.each([
		['who decided', ['Hana', 'Hugo']],
		['somebody of another wiki', ['Bea', 'Hugo']],
		['staff of another route', ['Hugo', 'child-safety']],
		['the recovery key alone', ['recovery']],
		['one of them twice', ['Hugo', 'Hugo']],
	])('refused where it would go to %s', async (_, names) => {
		const made = await decided();
		const answer = await reporterOf(backend, made).appeal(keys(...names));
		expect(answer).toMatchObject({ status: 422, body: { problem: 'wrong-recipients' } });
		expect(await statusOf(made)).toMatchObject({ state: 'decided', appeal: 'open' });
		expect(v.parse(ThreadSchema, (await reporterOf(backend, made).thread()).body).messages).toHaveLength(1);
	});

	test('nor to another key of who decided: one made since, or one held as staff', async () => {
		const made = await decided();
		const { fresh, back } = await withNewKey('Hana');
		expect((await statusOf(made)).decidedBy).toEqual([world.key('Hana').public.id, fresh.public.id]);
		const mine = reporterOf(backend, made);
		expect((await mine.appeal([fresh.public, ...keys('Hugo')])).body).toMatchObject({ problem: 'wrong-recipients' });
		back();
		world.configure(wikiA, {
			teams: {
				local: { name: 'Team', members: ['Hana', 'Staff safety'] },
				outside: { name: 'Outside', members: ['Olga'] },
			},
		});
		const threat = await decided('Staff safety', { route: 'threat' }, ['Hana', 'safety', 'recovery']);
		const published = await newKey();
		const pages = world.wikis.get(wikiA)?.keys;
		pages?.set('Staff safety', [{ key: published.public, revision: 910, from: backend.clock.now, until: null }]);
		const again = reporterOf(backend, threat);
		expect((await again.appeal([published.public])).body).toMatchObject({ problem: 'wrong-recipients' });
		expect((await again.appeal(keys('Hana'))).status).toBe(200);
		pages?.delete('Staff safety');
		world.configure(wikiA, {});
	});

	test('a colleague whose key stands on the page of who decided is not taken for them', async () => {
		const made = await decided();
		const pages = world.wikis.get(wikiA)?.keys;
		const own = pages?.get('Hana') ?? [];
		const copied = { key: world.key('Hugo').public, revision: 930, from: backend.clock.now, until: null };
		pages?.set('Hana', [...own, copied]);
		expect((await reporterOf(backend, made).appeal(keys('Hugo'))).status).toBe(200);
		pages?.set('Hana', own);
	});

	test('small team: the next team of the route takes it, although the report was not for them', async () => {
		const made = await decided('Hana', {}, ['Hana', 'recovery']);
		expect((await (await handler(made, 'Olga')).open()).status).toBe(404);
		expect((await reporterOf(backend, made).appeal(keys('Olga', 'recovery'))).status).toBe(200);
		const olga = await handler(made, 'Olga');
		expect((await olga.open()).body).toMatchObject({ sealed: made.report.sealed, appealed: true });
		expect((await olga.decide()).status).toBe(200);
	});

	test('who holds a grant by an old key and one by a new has the case once, where the newer stands', async () => {
		const made = await decided();
		backend.clock.now += day;
		const newer = await sealedReport(keys('Hugo', 'recovery'));
		await backend.send(newer);
		backend.clock.now += day;
		const { fresh, back } = await withNewKey('Hugo');
		expect((await reporterOf(backend, made).appeal([fresh.public])).status).toBe(200);
		const auth = await backend.signIn('Hugo');
		const seen: string[] = [];
		for (let after = ''; ;) {
			const { body } = await backend.call('GET', `/v1/cases?limit=1${after}`, { auth });
			const page = v.parse(CaseListSchema, body);
			seen.push(...page.cases.map(({ id }) => id));
			if (page.next === null) break;
			after = `&after=${page.next}`;
		}
		expect(seen.slice(0, 2)).toEqual([made.id, newer.id]);
		expect(new Set(seen).size).toBe(seen.length);
		back();
	});

	test('switched off, and while a wiki cannot be read, an appeal is not refused for good', async () => {
		const made = await decided();
		world.configure(wikiA, { off: ['report'] });
		expect((await reporterOf(backend, made).appeal(keys('Hugo'))).body).toMatchObject({ problem: 'switched-off' });
		world.configure(wikiA, {});
		const pages = world.wikis.get(wikiA)?.keys;
		const hugo = pages?.get('Hugo') ?? [];
		pages?.set('Hugo', null);
		expect((await reporterOf(backend, made).appeal(keys('Hugo'))).body).toMatchObject({ problem: 'wiki-error' });
		pages?.set('Hugo', hugo);
		expect((await reporterOf(backend, made).appeal(keys('Hugo'))).status).toBe(200);
	});
});
