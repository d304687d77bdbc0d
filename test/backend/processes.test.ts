/** Several backends over one PostgreSQL, and one backend that is asked to stop while somebody is still sending. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomText } from '../../src/contract/bytes.ts';
import { openStore } from '../../src/backend/store/open.ts';
import { killableBackend } from './setup/killable.ts';
import { makeWorld, type World } from './setup/people.ts';
import { startPostgres, type Cluster } from './setup/postgres.ts';
import { bodyOf, sealedReport, type MadeReport } from './setup/sealed.ts';

const folder = mkdtempSync(join(tmpdir(), 'wikihaven-processes-'));
let world: World;
let cluster: Cluster;
beforeAll(async () => {
	[world, cluster] = await Promise.all([makeWorld(), startPostgres()]);
});
afterAll(async () => {
	await cluster.stop();
	rmSync(folder, { recursive: true, force: true });
});
const usual = () => sealedReport([world.key('Hana').public, world.key('recovery').public]);

async function send(origin: string, made: MadeReport): Promise<{ status: number; text: string }> {
	const headers = { authorization: `Capability ${made.secret}` };
	const answer = await fetch(`${origin}/v1/reports/${made.id}`, { method: 'PUT', headers, body: bodyOf(made) });
	return { status: answer.status, text: await answer.text() };
}

test('the same report sent to two backends at once is one report with one receipt', async () => {
	const store = { kind: 'postgres', url: await cluster.database(), connections: 8 } as const;
	const [one, other] = ['one', 'other'].map((name) => {
		const own = join(folder, name);
		mkdirSync(own);
		return killableBackend(world, store, own);
	});
	// Together: two processes that make the tables at the same time.
	const running = await Promise.all([one, other].map((backend) => backend?.start()));
	const origins = running.map((backend) => backend?.origin ?? '');
	const made = await Promise.all(Array.from({ length: 12 }, usual));
	for (const report of made) {
		const answers = await Promise.all(origins.flatMap((origin) => [send(origin, report), send(origin, report)]));
		expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
		expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
	}
	for (const origin of origins) {
		const about = (await (await fetch(`${origin}/v1/about`)).json()) as { receiptKeys: object[] };
		expect(about.receiptKeys, 'a receipt of either verifies with what each tells').toHaveLength(2);
	}
	expect(await Promise.all(running.map((backend) => backend?.stop()))).toEqual([0, 0]);
	const opened = openStore(store);
	expect(await opened.db.selectFrom('report').select('id').execute()).toHaveLength(made.length);
	await opened.close();
});

test('a report on its way when the backend is asked to stop is taken and acknowledged, a later one is not', async () => {
	const store = { kind: 'sqlite', path: join(folder, 'haven.sqlite') } as const;
	const backend = await killableBackend(world, store, folder).start();
	const made = await usual();
	const { id, secret } = made;
	const body = bodyOf(made);
	const headers = { authorization: `Capability ${secret}`, 'content-length': body.length };
	const slow = request(`${backend.origin}/v1/reports/${id}`, { method: 'PUT', headers });
	const answered = new Promise<number>((status, fail) => {
		slow.on('response', (answer) => answer.resume().on('end', () => status(answer.statusCode ?? 0)));
		slow.on('error', fail);
	});
	await new Promise((written) => slow.write(body.slice(0, 100), written));
	const isUp = (): Promise<boolean> =>
		fetch(`${backend.origin}/health`).then(
			(answer) => answer.ok,
			() => false,
		);
	// Once a later request was answered, the head of the slow one has arrived for certain.
	expect(await isUp()).toBe(true);
	const stopped = backend.stop();
	while (await isUp());
	slow.end(body.slice(100));
	expect(await answered).toBe(200);
	expect(await stopped).toBe(0);
	const opened = openStore(store);
	expect(await opened.db.selectFrom('report').select('id').execute()).toMatchObject([{ id }]);
	await opened.close();
	await expect(fetch(`${backend.origin}/v1/reports/${randomText(16)}`)).rejects.toThrow();
});
