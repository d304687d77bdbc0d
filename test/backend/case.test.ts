/** A handler's queue: only rows with a grant for a key of theirs, newest first, page by page, and no trace of the others. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CaseListSchema, SealedCaseSchema, type CaseRow } from '../../src/contract/case.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { makeWorld, newKey, wikiA, wikiB, type World } from './setup/people.ts';
import { sealedReport, type MadeReport } from './setup/sealed.ts';
import { atStart } from './setup/first-event.ts';
import { onBothStores } from './setup/stores.ts';

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	let sent: MadeReport[];
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
		sent = [];
		for (const names of [['Hana', 'Hugo'], ['Hana'], ['Hana', 'Hugo'], ['Olga'], ['Hana']]) {
			const made = await sealedReport(keys(...names, 'recovery'));
			backend.clock.now += 1000;
			expect((await backend.send(made)).status).toBe(200);
			sent.push(made);
		}
		const child = await sealedReport(keys('child-safety', 'recovery'), { route: 'child-safety' });
		const elsewhere = await sealedReport(keys('Bea', 'recovery'), { wiki: wikiB });
		for (const made of [child, elsewhere]) {
			expect((await backend.send(made)).status).toBe(200);
			sent.push(made);
		}
	});
	afterAll(() => backend.stop());
	const keys = (...names: string[]) => names.map((name) => world.key(name).public);
	const idsOf = (...numbers: number[]): string[] => numbers.map((number) => sent[number]?.id ?? '');

	async function list(auth: string, query = ''): Promise<v.InferOutput<typeof CaseListSchema>> {
		const answer = await backend.call('GET', `/v1/cases${query}`, { auth });
		return v.parse(CaseListSchema, answer.body);
	}
	const seenBy = async (user: string, wiki?: string): Promise<CaseRow[]> =>
		(await list(await backend.signIn(user, wiki))).cases;

	test('everybody sees the rows granted to them, newest first, with their own boxes alone', async () => {
		const hana = await seenBy('Hana');
		expect(hana.map((row) => row.id)).toEqual(idsOf(4, 2, 1, 0));
		for (const row of hana) {
			const grant = sent
				.find((made) => made.id === row.id)
				?.report.grants.find((one) => one.key === world.key('Hana').public.id);
			expect(row.grants).toEqual([{ ...grant, desk: null }]);
		}
		expect((await seenBy('Hugo')).map((row) => row.id)).toEqual(idsOf(2, 0));
		expect((await seenBy('Olga')).map((row) => row.id)).toEqual(idsOf(3));
		expect((await seenBy('Staff child-safety')).map((row) => row.id)).toEqual(idsOf(5));
		expect((await seenBy('Bea', wikiB)).map((row) => row.id)).toEqual(idsOf(6));
	});

	test('a case opens with a grant, with its bytes as they were sent, and is not there without one', async () => {
		const [first] = sent;
		const open = async (user: string, wiki?: string) =>
			backend.call('GET', `/v1/cases/${first?.id}`, { auth: await backend.signIn(user, wiki) });
		const opened = v.parse(SealedCaseSchema, (await open('Hugo')).body);
		expect(opened).toMatchObject({ sealed: first?.report.sealed, hash: first?.report.hash, state: 'received' });
		expect(opened.grants.map((grant) => grant.key)).toEqual([world.key('Hugo').public.id]);
		const hidden = [await open('Olga'), await open('Staff child-safety'), await open('Bea', wikiB)];
		for (const answer of hidden) expect(answer).toMatchObject({ status: 404, body: { problem: 'not-found' } });
	});

	test('a role on one wiki gives nothing on another, nor does a name', async () => {
		for (const [user, wiki] of [
			['Hana', wikiB],
			['Bea', wikiA],
			['Staff child-safety', wikiB],
			['Anna', wikiA],
		] as const) {
			const auth = await backend.signIn(user, wiki);
			expect((await backend.call('GET', '/v1/cases', { auth })).status, user).toBe(403);
		}
	});

	test('one key on two wikis opens on each the rows of that wiki', async () => {
		const pages = world.wikis.get(wikiB)?.keys;
		const own = pages?.get('Bea') ?? [];
		pages?.set('Bea', [...own, { key: world.key('Olga').public, revision: 960, from: 1_000, until: null }]);
		const made = await sealedReport(keys('Olga', 'recovery'), { wiki: wikiB });
		expect((await backend.send(made)).status).toBe(200);
		expect((await seenBy('Olga')).map((row) => row.id)).toEqual(idsOf(3));
		expect((await seenBy('Bea', wikiB)).map((row) => row.id)).toContain(made.id);
		const opened = await backend.call('GET', `/v1/cases/${made.id}`, { auth: await backend.signIn('Olga') });
		expect(opened.status).toBe(404);
		pages?.set('Bea', own);
	});

	test('a former key of the own page still opens its rows', async () => {
		const pages = world.wikis.get(wikiA)?.keys;
		const old = pages?.get('Olga') ?? [];
		const fresh = await newKey();
		pages?.set('Olga', [
			...old.map((key) => ({ ...key, until: 2_000 })),
			{ key: fresh.public, revision: 901, from: 2_000, until: null },
		]);
		expect((await seenBy('Olga')).map((row) => row.id)).toEqual(idsOf(3));
		pages?.set('Olga', old);
	});

	test("somebody else's key on the own page opens nothing: not a colleague's, not staff's, not one of the past", async () => {
		const pages = world.wikis.get(wikiA)?.keys;
		const own = pages?.get('Olga') ?? [];
		const claim = (name: string, from: number) =>
			pages?.set('Olga', [{ key: world.key(name).public, revision: 950, from, until: null }]);
		claim('Hana', 1_000);
		expect(await seenBy('Olga'), 'published later than its owner did').toEqual([]);
		claim('child-safety', 1_000);
		expect(await seenBy('Olga'), 'of staff').toEqual([]);
		const hana = pages?.get('Hana') ?? [];
		pages?.delete('Hana');
		claim('Hana', backend.clock.now + 3_600_000);
		expect(await seenBy('Olga'), 'left behind by its owner, and rows older than the claim').toEqual([]);
		pages?.set('Hana', hana);
		pages?.set('Olga', own);
	});

	test('whoever leaves the team sees nothing from then on', async () => {
		const auth = await backend.signIn('Hugo');
		world.configure(wikiA, { teams: { local: { name: 'T', members: ['Hana'] }, outside: { name: 'O', members: [] } } });
		expect((await backend.call('GET', '/v1/cases', { auth })).status).toBe(403);
		world.configure(wikiA, {});
		expect((await backend.call('GET', '/v1/cases', { auth })).status).toBe(200);
	});

	test('the switch of the system acts', async () => {
		world.configure(wikiA, { off: ['case'] });
		const auth = await backend.signIn('Hana');
		expect((await backend.call('GET', '/v1/cases', { auth })).body).toMatchObject({ problem: 'switched-off' });
		world.configure(wikiA, {});
	});

	test('pages join up whatever arrives meanwhile, with equal times too', async () => {
		const auth = await backend.signIn('Hana');
		const all: string[] = [];
		let after = '';
		for (let pages = 0; pages < 10; pages++) {
			const page = await list(auth, `?limit=2${after}`);
			all.push(...page.cases.map((row) => row.id));
			if (page.next === null) break;
			after = `&after=${page.next}`;
			// No second goes by, so these have the time of a row that is there.
			await backend.send(await sealedReport(keys('Hana', 'recovery')));
		}
		expect(all).toEqual(idsOf(4, 2, 1, 0));
		for (const cursor of ['x', '1.x', '-1.AAAAAAAAAAAAAAAAAAAAAA'])
			expect((await backend.call('GET', `/v1/cases?after=${cursor}`, { auth })).status).toBe(400);
		for (const limit of ['0', '501', 'ten'])
			expect((await backend.call('GET', `/v1/cases?limit=${limit}`, { auth })).status).toBe(400);
	});

	test('H15: 10,000 rows: every one is listed once, by a walk of the index', async () => {
		const key = world.key('Hugo').public.id;
		const rows = Array.from({ length: 10_000 }, (_, number) => ({
			id: randomBytes(16).toString('base64url'),
			// Ten to each millisecond.
			at: backend.clock.now + 10_000 + Math.floor(number / 10),
		}));
		await backend.store.tx(async (tx) => {
			for (let from = 0; from < rows.length; from += 500) {
				const some = rows.slice(from, from + 500);
				const same = { wiki: wikiA, route: 'conduct', section: 'ucoc:3.1', state: 'received', standing: 'work' };
				const receipt = { receipt_key: '', receipt_signature: '' };
				const rest = { sealed: randomBytes(8), hash: '', capability: '', ...receipt, ...atStart };
				await tx
					.insertInto('report')
					.values(some.map((row) => ({ ...row, since: row.at, ...same, ...rest })))
					.execute();
				await tx
					.insertInto('report_grant')
					.values(some.map(({ id, at }) => ({ report: id, at, key, wiki: wikiA, box: randomBytes(480) })))
					.execute();
			}
		});
		const auth = await backend.signIn('Hugo');
		const seen = new Set<string>();
		let count = 0;
		for (let after = ''; ;) {
			const page = await list(auth, `?limit=500${after}`);
			for (const row of page.cases) seen.add(row.id);
			count += page.cases.length;
			if (page.next === null) break;
			after = `&after=${page.next}`;
		}
		expect(count).toBe(10_002);
		expect(seen.size).toBe(10_002);
		const query = `select at, report from report_grant where key = '${key}' and at >= 0 and wiki = '${wikiA}' order by at desc, report desc limit 101`;
		const plan = await sql
			.raw(`explain ${place.kind === 'sqlite' ? 'query plan ' : ''}${query}`)
			.execute(backend.store.db);
		const text = JSON.stringify(plan.rows);
		expect(text).toContain('report_grant_queue');
		expect(text).not.toMatch(/sort|temp b-tree/i);
	});
});
