/** Recusal and the team: who is named learns of nothing, who should not handle a case leaves it, who comes is let in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { routes, type Route } from '../../src/contract/routes.ts';
import { handlerKeysOf } from '../../src/panel/sealing/key-material.ts';
import { signEvent } from '../../src/panel/sealing/event.ts';
import { boxesFor } from '../../src/panel/team/give.ts';
import { startTestBackend, type Answer, type TestBackend } from './setup/backend.ts';
import { deskOf } from './setup/desk.ts';
import { makeWorld, newKey, wikiA, type World } from './setup/people.ts';
import { canaries, sealedReport, type MadeReport } from './setup/sealed.ts';
import { onBothStores } from './setup/stores.ts';

const note = (report: string, text: string) => ({ v: 1, desk: 'handlers', report, kind: 'note', text }) as const;

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(() => backend.stop());

	async function sent(...to: string[]): Promise<MadeReport> {
		const made = await sealedReport([...to, 'recovery'].map((name) => world.key(name).public));
		expect((await backend.send(made)).status).toBe(200);
		return made;
	}
	const desk = async (made: MadeReport, user: string) => deskOf(backend, world, made.id, await backend.signIn(user));
	const open = async (made: MadeReport, user: string): Promise<number> =>
		(await backend.call('GET', `/v1/cases/${made.id}`, { auth: await backend.signIn(user) })).status;
	/** Everything of an answer but the moment it was given. */
	const bytesOf = ({ status, body, headers }: Answer): string =>
		JSON.stringify([status, body, [...headers].filter(([name]) => name !== 'date')]);

	test('H8: by no route does a case differ, for who is named in it, from one that does not exist', async () => {
		const made = await sent('Hana');
		const hana = await desk(made, 'Hana');
		const written = await hana.write({ kind: 'note', data: {}, body: note(made.id, 'a note') });
		expect(written.ok).toBe(true);
		const auth = await backend.signIn('Hugo');
		const keys = await handlerKeysOf(world.key('Hugo').secret);
		const tried: string[] = [];
		for (const [name, route] of Object.entries(routes) as [string, Route][]) {
			if (!['handler', 'custodian', 'recovery'].includes(route.access) || !route.path.includes(':id')) continue;
			const call = async (id: string): Promise<Answer> => {
				const event = await signEvent(
					{ kind: 'claim', data: {} },
					{ id, version: 0, head: '0'.repeat(64) },
					keys,
					'2026-05-01T12:00:00Z',
				);
				const path = route.path.replace(':id', id).replace(/:[a-z]+/g, 'A'.repeat(22));
				return backend.call(route.method, path, {
					auth,
					...(route.body ? { body: name === 'writeEvent' && event.ok ? event.value : {} } : {}),
				});
			};
			expect(bytesOf(await call(made.id)), name).toBe(bytesOf(await call(randomText(16))));
			tried.push(name);
		}
		expect(tried).toEqual(expect.arrayContaining(['openCase', 'caseThread', 'caseEvents', 'writeEvent', 'watchCase']));
	});

	test('H8: nor by a list, the changes, colleagues’ keys, or a group in which they see another report', async () => {
		const [shown, hidden] = [await sent('Hana', 'Hugo'), await sent('Hana')];
		const auth = await backend.signIn('Hugo');
		const lists = async (): Promise<string> => {
			const paths = [
				'/v1/cases',
				`/v1/team/${world.key('Hana').public.id}/cases`,
				'/v1/team/left',
				'/v1/cases/live?since=2020-01-01T00:00:00Z',
			];
			const answers = await Promise.all(paths.map((path) => backend.call('GET', path, { auth })));
			expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
			return JSON.stringify(answers.map(({ body }) => body));
		};
		expect(await lists()).not.toContain(hidden.id);
		const group = randomText(16);
		for (const made of [shown, hidden]) {
			expect((await (await desk(made, 'Hana')).write({ kind: 'join', data: { group } })).ok).toBe(true);
		}
		const after = await lists();
		expect(after).toContain(shown.id);
		for (const secret of [hidden.id, group]) expect(after).not.toContain(secret);
		expect((await (await desk(shown, 'Hana')).row()).group).toBe(group);
	});

	test('H8: who should not handle a case leaves it with a reason; then it is for them as if it were not there', async () => {
		const made = await sent('Hana', 'Hugo');
		const hugo = await desk(made, 'Hugo');
		const own = [world.key('Hugo').public.id];
		// Somebody else works on it, and it is theirs: neither holds them back.
		expect((await hugo.write({ kind: 'assign', data: { to: own[0] ?? null } })).ok).toBe(true);
		expect((await (await desk(made, 'Hana')).write({ kind: 'claim', data: {} })).ok).toBe(true);
		const left = await hugo.write({ kind: 'revoke', data: { keys: own }, body: note(made.id, 'I know them.') });
		expect(left).toMatchObject({ ok: true, value: { grants: [] } });
		const auth = await backend.signIn('Hugo');
		const [gone, none] = [made.id, randomText(16)].map((id) => backend.call('GET', `/v1/cases/${id}/events`, { auth }));
		expect(bytesOf(await (gone ?? Promise.reject()))).toBe(bytesOf(await (none ?? Promise.reject())));
		const read = await (await desk(made, 'Hana')).read();
		expect(read.ok && read.value.events.at(-1)?.event).toMatchObject({ kind: 'revoke', by: own[0] });
		expect(read.ok && read.value.row).toMatchObject({ assigned: null, lease: { key: world.key('Hana').public.id } });
		expect(read.ok && read.value.holders.map(({ key }) => key)).not.toContain(own[0]);
	});

	test('H7: a handler who reads it lets a colleague in, with the notes of before; who does not read it lets nobody in', async () => {
		const made = await sent('Hana');
		const hana = await desk(made, 'Hana');
		await hana.write({ kind: 'note', data: {}, body: note(made.id, 'before') });
		const to = { name: 'Hugo', key: world.key('Hugo').public };
		expect(await open(made, 'Hugo')).toBe(404);
		const boxes = await boxesFor(await hana.row(), hana.keys, to);
		if (!boxes.ok) throw new Error(boxes.problem);
		const draft = { kind: 'grant' as const, data: { keys: [to.key.id] }, grants: [boxes.value] };
		const hugo = await desk(made, 'Hugo');
		const row = await hana.row();
		const own = await signEvent(draft, row, hugo.keys, hugo.now());
		if (!own.ok) throw new Error(own.problem);
		expect(await hugo.send(own.value)).toMatchObject({ ok: false, problem: 'not-found' });
		expect((await hana.write(draft)).ok).toBe(true);
		expect(await open(made, 'Hugo')).toBe(200);
		expect(await hugo.deskKey()).toBe(await hana.deskKey());
		const assigned = await hana.write({ kind: 'assign', data: { to: to.key.id }, body: note(made.id, 'yours now') });
		expect(assigned).toMatchObject({ ok: true, value: { assigned: to.key.id } });
	});

	test('H7: nobody is let in who is no handler, and nobody is taken off who is there', async () => {
		const made = await sent('Hana', 'Hugo');
		const hana = await desk(made, 'Hana');
		const stranger = (await newKey()).public;
		for (const key of [stranger, world.key('custodian').public]) {
			const boxes = await boxesFor(await hana.row(), hana.keys, { name: 'Somebody', key });
			if (!boxes.ok) throw new Error(boxes.problem);
			const given = await hana.write({ kind: 'grant', data: { keys: [key.id] }, grants: [boxes.value] });
			expect(given).toMatchObject({ ok: false, problem: 'wrong-recipients' });
		}
		for (const name of ['Hugo', 'recovery']) {
			const off = await hana.write({ kind: 'revoke', data: { keys: [world.key(name).public.id] } });
			expect(off, name).toMatchObject({ ok: false, problem: 'forbidden' });
		}
		world.configure(wikiA, {
			teams: { local: { name: 'Team', members: ['Hana'] }, outside: { name: 'Outside', members: ['Olga'] } },
		});
		const gonePath = { auth: await backend.signIn('Hana') };
		const { body } = await backend.call('GET', '/v1/team/left', gonePath);
		expect(body['reports']).toContainEqual({ id: made.id, keys: [world.key('Hugo').public.id] });
		const gone = await hana.write({ kind: 'revoke', data: { keys: [world.key('Hugo').public.id] } });
		const after = await backend.call('GET', '/v1/team/left', gonePath);
		expect(JSON.stringify(after.body)).not.toContain(made.id);
		world.configure(wikiA, {});
		expect(gone.ok, 'who left the team is taken off').toBe(true);
		expect(await open(made, 'Hugo')).toBe(404);
	});

	test('H8: a party of the report is given no box by the panel, whoever asks for it', async () => {
		const made = await sent('Hana');
		const hana = await desk(made, 'Hana');
		for (const name of [canaries.subject, canaries.reporter]) {
			const boxes = await boxesFor(await hana.row(), hana.keys, { name, key: world.key('Hugo').public });
			expect(boxes).toMatchObject({ ok: false, problem: 'wrong-recipients' });
		}
		const wrong = { id: world.key('Hugo').public.id, age: world.key('Olga').public.age };
		expect(await boxesFor(await hana.row(), hana.keys, { name: 'Hugo', key: wrong })).toMatchObject({ ok: false });
	});

	test('H7: a lost key: a colleague gives what it opened to the new one, and learns of nothing else; the own old key does too', async () => {
		const made = [await sent('Hana', 'Hugo'), await sent('Hana', 'Hugo')];
		const [first] = made;
		const unseen = await sent('Hugo');
		if (!first) throw new Error('no report');
		const [old, fresh] = [world.key('Hugo'), await newKey()];
		const published = world.wikis.get(wikiA)?.keys;
		const before = published?.get('Hugo');
		published?.set('Hugo', [
			{ key: old.public, revision: 300, from: 1_000, until: backend.clock.now - 60_000 },
			{ key: fresh.public, revision: 301, from: backend.clock.now - 60_000, until: null },
		]);
		try {
			const shared = async (user: string): Promise<unknown> =>
				(await backend.call('GET', `/v1/team/${fresh.public.id}/cases`, { auth: await backend.signIn(user) })).body[
					'reports'
				];
			expect(await shared('Hana')).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
			expect(await shared('Hana')).not.toContain(unseen.id);
			expect(await shared('Olga')).toEqual([]);
			const hana = await desk(first, 'Hana');
			const to = { name: 'Hugo', key: fresh.public };
			const boxes = await boxesFor(await hana.row(), hana.keys, to);
			if (!boxes.ok) throw new Error(boxes.problem);
			const given = await hana.write({ kind: 'grant', data: { keys: [to.key.id] }, grants: [boxes.value] });
			expect(given.ok).toBe(true);
			expect(await shared('Hana')).not.toContain(first.id);
			// Replaced on purpose: the old key opens, the new one signs.
			const auth = await backend.signIn('Hugo');
			const mine = deskOf(backend, world, unseen.id, auth);
			const row = await mine.row();
			const opened = await boxesFor(row, await handlerKeysOf(old.secret), to);
			if (!opened.ok) throw new Error(opened.problem);
			const draft = { kind: 'grant' as const, data: { keys: [to.key.id] }, grants: [opened.value] };
			const byOld = await signEvent(draft, row, await handlerKeysOf(old.secret), mine.now());
			const byNew = await signEvent(draft, row, await handlerKeysOf(fresh.secret), mine.now());
			if (!byOld.ok || !byNew.ok) throw new Error('not signed');
			expect(await mine.send(byOld.value)).toMatchObject({ ok: false, problem: 'forbidden' });
			expect(await mine.send(byNew.value)).toMatchObject({ ok: true });
			const off = await signEvent(
				{ kind: 'revoke', data: { keys: [old.public.id] } },
				await mine.row(),
				await handlerKeysOf(fresh.secret),
				mine.now(),
			);
			if (!off.ok) throw new Error(off.problem);
			expect(await mine.send(off.value)).toMatchObject({ ok: true, value: { grants: [{ key: fresh.public.id }] } });
		} finally {
			if (before) published?.set('Hugo', before);
		}
	});
});
