/** How many reports the backend accepts in a second, against plain single-row commits on the same store in the same run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomText } from '../../src/contract/bytes.ts';
import type { StoreConfig } from '../../src/backend/store/open.ts';
import { killableBackend } from '../backend/setup/killable.ts';
import { makeWorld, type World } from '../backend/setup/people.ts';
import { startPostgres } from '../backend/setup/postgres.ts';
import { bodyOf, sealedReport } from '../backend/setup/sealed.ts';
import { measureFlood } from './flood.ts';
import type { Measured } from './main.ts';
import { plainCommits } from './plain-commits.ts';

/** Senders at once, each waiting for its receipt; as many connections has PostgreSQL. */
const senders = 16;
const ms = 4_000;

function put(agent: Agent, origin: string, body: string): Promise<number> {
	return new Promise((status, fail) => {
		const options = {
			method: 'PUT',
			agent,
			headers: {
				authorization: `Capability ${randomText(32)}`,
				'content-type': 'application/json',
				'content-length': body.length,
			},
		};
		const sent = request(`${origin}/v1/reports/${randomText(16)}`, options, (answer) => {
			answer.resume().on('end', () => status(answer.statusCode ?? 0));
		});
		sent.on('error', fail).end(body);
	});
}

async function accepted(origin: string, body: string, during: number): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: senders });
	const end = performance.now() + during;
	let count = 0;
	const sender = async (): Promise<void> => {
		while (performance.now() < end) {
			const status = await put(agent, origin, body);
			if (status !== 200) throw new Error(`the backend answered ${status}`);
			count++;
		}
	};
	await Promise.all(Array.from({ length: senders }, sender));
	agent.destroy();
	return count / (during / 1000);
}

async function measure(world: World, store: StoreConfig, folder: string): Promise<Measured[]> {
	const recipients = ['Hana', 'Hugo', 'recovery'].map((name) => world.key(name).public);
	const made = await sealedReport(recipients);
	const [{ report }, body] = [made, bodyOf(made)];
	const bytes = Math.round((report.sealed.length + report.grants.reduce((sum, one) => sum + one.box.length, 0)) * 0.75);
	const before = await plainCommits(store, bytes, senders, ms / 2);
	const backend = await killableBackend(world, store, folder).start();
	// The first second is the warming up of both processes.
	await accepted(backend.origin, body, 1_000);
	const rate = await accepted(backend.origin, body, ms);
	await backend.stop();
	const crowded = await measureFlood(world, store, folder, report);
	const inputs = `${senders} senders over HTTP, one report with ${recipients.length} grants, ${bytes} bytes, each`;
	return [
		{ what: `${store.kind}: reports accepted`, value: Math.round(rate), unit: 'per second', inputs },
		{
			what: `${store.kind}: plain single-row commits`,
			value: Math.round(before),
			unit: 'per second',
			inputs: `bare driver, ${store.kind === 'sqlite' ? 'one connection' : `${senders} connections`}, ${bytes} bytes a row`,
		},
		{
			what: `${store.kind}: reports accepted / plain commits`,
			value: Math.round((rate / before) * 1000) / 1000,
			unit: '×',
			inputs: 'a report is four rows in three indexes, checked, signed and answered',
		},
		...crowded,
	];
}

async function run(): Promise<Measured[]> {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-bench-'));
	const cluster = await startPostgres();
	try {
		const world = await makeWorld();
		const sqlite = { kind: 'sqlite', path: join(folder, 'haven.sqlite') } as const;
		const postgres = { kind: 'postgres', url: await cluster.database(), connections: senders } as const;
		return [...(await measure(world, sqlite, folder)), ...(await measure(world, postgres, folder))];
	} finally {
		await cluster.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

export const bench = {
	name: 'reports',
	summary: 'reports accepted per second on both stores, and what waits in a flood',
	run,
};
