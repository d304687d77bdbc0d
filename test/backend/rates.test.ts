/** A flood from one address leaves the others there their reports: each lane has an allowance of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SealedReport } from '../../src/contract/report.ts';
import type { Standing } from '../../src/contract/standing.ts';
import { openIntake } from '../../src/backend/store/intake.ts';
import { startTestBackend, type TestBackend } from './setup/backend.ts';
import { clientOf } from './setup/client.ts';
import { makeWorld, wikiA, type World } from './setup/people.ts';
import { sealedReport } from './setup/sealed.ts';
import { reporterOf, written } from './setup/sides.ts';

const folder = mkdtempSync(join(tmpdir(), 'wikihaven-rates-'));
const seconds = 600;
let world: World;
let made = 0;
beforeAll(async () => {
	world = await makeWorld();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (rates: NonNullable<Parameters<typeof startTestBackend>[2]>['rates']): Promise<TestBackend> =>
	startTestBackend(world, { kind: 'sqlite', path: join(folder, `${++made}.sqlite`) }, { rates });

async function tokensOf(backend: TestBackend): Promise<Standing[]> {
	const { keeper, vault } = await clientOf(backend, 'Mira');
	expect(await keeper.standing({ wiki: wikiA })).toMatchObject({ ok: true });
	return (await vault.all('tokens')).map(({ value }) => ({ by: 'token', ...value.token }));
}

async function reportFor(route: SealedReport['route'], standing?: Standing) {
	const recipients = [route === 'threat' ? 'safety' : 'Hana', 'recovery'].map((name) => world.key(name).public);
	const one = await sealedReport(recipients, { route });
	return standing ? { ...one, standing } : one;
}

const limited = { status: 429, body: { problem: 'rate-limited' } };

test('an address that used up its anonymous reports still sends one by token, an emergency, and messages', async () => {
	const backend = await start({
		report: { points: 2, seconds },
		threat: { points: 1, seconds },
		token: { points: 1, seconds },
	});
	const [first, second] = await tokensOf(backend);
	const send = async (route: SealedReport['route'], standing?: Standing) =>
		backend.send(await reportFor(route, standing));
	const earlier = await reportFor('conduct');
	expect((await backend.send(earlier)).status).toBe(200);
	expect((await send('conduct')).status).toBe(200);
	const refused = await send('conduct');
	expect(refused).toMatchObject(limited);
	expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(refused.body['params']).toEqual([refused.headers.get('retry-after')]);

	expect((await send('threat')).status).toBe(200);
	expect((await send('conduct', first)).status).toBe(200);
	expect((await reporterOf(backend, earlier).write(await written(earlier, 'More.'))).status).toBe(200);
	// Whose answer was lost gets it.
	expect((await backend.send(earlier)).status).toBe(200);
	// Each of them has its own end.
	expect(await send('threat')).toMatchObject(limited);
	expect(await send('threat', second)).toMatchObject(limited);
	await backend.stop();
});

test('what has no right to be taken uses up nothing of those who have', async () => {
	const backend = await start({ report: { points: 1, seconds }, token: { points: 1, seconds } });
	const [good] = await tokensOf(backend);
	if (good?.by !== 'token') throw new Error('no token');
	for (let tries = 0; tries < 3; tries++) {
		const junk = await reportFor('conduct', { ...good, key: '0'.repeat(16) });
		expect((await backend.send(junk)).body).toMatchObject({ problem: 'token-refused' });
	}
	expect((await backend.send(await reportFor('conduct', good))).status).toBe(200);
	expect((await backend.send(await reportFor('conduct'))).status).toBe(200);
	await backend.stop();
});

test('before anything is read there is an end to what one address sends', async () => {
	const backend = await start({ send: { points: 2, seconds } });
	const junk = () => backend.call('PUT', '/v1/reports/x', { auth: 'Capability x', body: '{' });
	for (let tries = 0; tries < 2; tries++) expect((await junk()).status).not.toBe(429);
	const refused = await junk();
	expect(refused).toMatchObject(limited);
	expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
	await backend.stop();
});

test('while the queue is full, anonymous reports are asked to wait, and no other', async () => {
	const backend = await start({});
	const [token] = await tokensOf(backend);
	Object.assign(backend.services, { intake: openIntake(backend.store, { reports: 0, bytes: 0 }) });
	const waits = await reportFor('conduct');
	const refused = await backend.send(waits);
	expect(refused).toMatchObject(limited);
	expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
	expect((await backend.send(await reportFor('threat'))).status).toBe(200);
	expect((await backend.send(await reportFor('conduct', token))).status).toBe(200);
	Object.assign(backend.services, { intake: openIntake(backend.store) });
	expect((await backend.send(waits)).status, 'nothing of it was kept').toBe(200);
	await backend.stop();
});
