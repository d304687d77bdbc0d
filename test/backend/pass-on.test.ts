/** Passing a case on to another team: sealed to its keys with the reason, and given up by the own side. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passOn } from '../../src/panel/features/case/decide/pass-on.ts';
import { openDesk } from '../../src/panel/sealing/desk.ts';
import { openGrant } from '../../src/panel/sealing/open-report.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { deskOf } from './setup/desk.ts';
import { makeWorld, type World } from './setup/people.ts';
import { sealedReport } from './setup/sealed.ts';
import { handlerOf } from './setup/sides.ts';
import { onBothStores } from './setup/stores.ts';

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	beforeAll(async () => {
		world = await makeWorld();
		backend = await startTestBackend(world, await place.fresh());
	});
	afterAll(() => backend.stop());

	test('the other team reads it and why it came; who passed it on may give up their own reading', async () => {
		const made = await sealedReport(['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public));
		expect((await backend.send(made)).status).toBe(200);
		const [hana, olga] = [await backend.signIn('Hana'), await backend.signIn('Olga')];
		const mine = deskOf(backend, world, made.id, hana);
		expect((await handlerOf(backend, made, olga).open()).status).toBe(404);
		const log = { row: await mine.row(), write: (draft: Parameters<typeof mine.write>[0]) => mine.write(draft) };
		const to = [{ name: 'Olga', key: world.key('Olga').public }];
		const leaving = [world.key('Hana').public.id];
		const passed = await passOn({ log, keys: world.key('Hana').keys }, to, 'It concerns one of us.', leaving);
		expect(passed.ok ? null : [passed.problem, JSON.stringify(passed.detail)]).toBeNull();
		expect((await handlerOf(backend, made, olga).open()).status).toBe(200);
		const theirs = deskOf(backend, world, made.id, olga);
		expect((await openGrant(await theirs.row(), world.key('Olga').keys)).ok).toBe(true);
		const read = await theirs.read();
		const events = read.ok ? read.value.events : [];
		expect(events.map(({ event }) => event.kind)).toEqual(['received', 'escalate', 'desk', 'note', 'revoke']);
		const note = events.find(({ event }) => event.kind === 'note')?.sealed ?? '';
		const told = await openDesk(note, made.id, (await theirs.deskKey()) ?? '');
		expect(told).toMatchObject({ kind: 'note', text: 'It concerns one of us.' });
		expect((await handlerOf(backend, made, hana).open()).status).toBe(404);
		// A colleague keeps theirs, and nobody takes it from them.
		const hugo = await backend.signIn('Hugo');
		expect((await handlerOf(backend, made, hugo).open()).status).toBe(200);
		const taken = await theirs.write({ kind: 'revoke', data: { keys: [world.key('Hugo').public.id] } });
		expect(taken).toMatchObject({ ok: false, problem: 'forbidden' });
	});
});
