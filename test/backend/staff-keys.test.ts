/** A staff key is replaced: what waits on people's devices is still taken for a while, and the old queue stays its holder's. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sameHands } from '../../src/backend/auth/hands.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { makeWorld, newKey, wikiA, type KeyPair, type World } from './setup/people.ts';
import { sealedReport } from './setup/sealed.ts';
import { onBothStores } from './setup/stores.ts';

const until = '2026-05-02T12:00:00Z';

onBothStores((place) => {
	let world: World;
	let backend: TestBackend;
	let fresh: KeyPair;
	const old = () => world.key('safety').public;
	const threatTo = (key: KeyPair['public']) => sealedReport([key, world.key('recovery').public], { route: 'threat' });
	beforeAll(async () => {
		world = await makeWorld();
		fresh = await newKey();
		const staff = world.staff.map((one) =>
			one.role === 'safety' ? { ...one, key: fresh.public, former: [{ id: old().id, until }] } : one,
		);
		backend = await startTestBackend(world, await place.fresh(), { staff });
	});
	afterAll(() => backend.stop());

	test('a report sealed to the former key is taken until the time that the configuration says, and not longer', async () => {
		expect((await backend.send(await threatTo(old()))).status).toBe(200);
		expect((await backend.send(await threatTo(fresh.public))).status).toBe(200);
		const before = backend.clock.now;
		backend.clock.now = Date.parse(until);
		expect(await backend.send(await threatTo(old()))).toMatchObject({
			status: 422,
			body: { problem: 'wrong-recipients' },
		});
		expect((await backend.send(await threatTo(fresh.public))).status).toBe(200);
		backend.clock.now = before;
	});

	test('its holder goes on to see what was sealed to it, for good, and nobody is told it as a key to seal to', async () => {
		const made = await threatTo(old());
		expect((await backend.send(made)).status).toBe(200);
		const before = backend.clock.now;
		backend.clock.now = Date.parse(until) + 1;
		const auth = await backend.signIn('Staff safety');
		const { body } = await backend.call('GET', `/v1/cases/${made.id}`, { auth });
		expect(body).toMatchObject({ grants: [{ key: old().id }] });
		expect(JSON.stringify((await backend.call('GET', '/v1/about')).body)).not.toContain(old().id);
		backend.clock.now = before;
	});

	test('both keys are in the same hands: who decided with the one does not look again with the other', () => {
		const hands = sameHands([old().id], wikiA, backend.services.config, new Map());
		expect([...hands].sort()).toEqual([old().id, fresh.public.id].sort());
	});
});
