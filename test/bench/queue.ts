/** The queue of a handler with ten thousand cases: how long the backend takes for a page of it, and the panel for its rows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromBase64, randomText } from '../../src/contract/bytes.ts';
import { openIntake } from '../../src/backend/store/intake.ts';
import type { Store, StoreConfig } from '../../src/backend/store/open.ts';
import { startTestBackend } from '../backend/setup/backend.ts';
import { atStart, firstEvent } from '../backend/setup/first-event.ts';
import { makeWorld, wikiA, type World } from '../backend/setup/people.ts';
import { startPostgres } from '../backend/setup/postgres.ts';
import { sealedReport } from '../backend/setup/sealed.ts';
import type { Measured } from './main.ts';
import { measurePanel } from './queue-panel.ts';

const many = 10_000;
const few = 100;
/** As the panel asks for them. */
const later = 250;
const hour = 3_600_000;

/** Of one handler and two other keys each, an hour apart. The same bytes in all: nothing here opens them. */
async function fill(store: Store, world: World, name: string, count: number, now: number): Promise<void> {
	const made = await sealedReport([name, 'recovery', 'safety'].map((one) => world.key(one).public));
	const intake = openIntake(store);
	const grants = made.report.grants.map(({ key, box }) => ({ key, box: fromBase64(box) }));
	const sealed = fromBase64(made.report.sealed);
	const rest = { capability: 'c', receipt_key: 'k', receipt_signature: 's', state: 'received' as const };
	const keep = async (n: number): Promise<void> => {
		const [id, at] = [randomText(16), now - n * hour];
		const { route, section, hash } = made.report;
		const row = {
			id,
			wiki: wikiA,
			route,
			section,
			standing: 'token',
			at,
			since: at,
			sealed,
			hash,
			...rest,
			...atStart,
		};
		const kept = await intake.keep(row, { grants, spent: null, identity: null, event: firstEvent(id) });
		if (kept !== 'kept') throw new Error('a report was not kept');
	};
	await Promise.all(Array.from({ length: count }, (_, n) => keep(n)));
}

const at = (part: number, all: readonly number[]): number =>
	[...all].sort((a, b) => a - b)[Math.floor(all.length * part)] ?? 0;

async function measure(world: World, config: StoreConfig): Promise<Measured[]> {
	const backend = await startTestBackend(world, config);
	await fill(backend.store, world, 'Hana', many, backend.clock.now);
	await fill(backend.store, world, 'Hugo', few, backend.clock.now);
	const page = async (auth: string, limit: number, after: unknown): Promise<{ ms: number; next: unknown }> => {
		const began = performance.now();
		const query = typeof after === 'string' ? `&after=${encodeURIComponent(after)}` : '';
		const { status, body } = await backend.call('GET', `/v1/cases?limit=${limit}${query}`, { auth });
		if (status !== 200) throw new Error(`the backend answered ${status}`);
		return { ms: performance.now() - began, next: body['next'] };
	};
	const [hana, hugo] = [await backend.signIn('Hana'), await backend.signIn('Hugo')];
	const [first, alone, walked]: number[][] = [[], [], []];
	for (let n = 0; n < 60; n++) {
		first?.push((await page(hana, few, null)).ms);
		alone?.push((await page(hugo, few, null)).ms);
	}
	for (let walk = 0; walk < 3; walk++) {
		let { next } = await page(hana, few, null);
		while (next !== null) {
			const got = await page(hana, later, next);
			walked?.push(got.ms);
			next = got.next;
		}
	}
	await backend.stop();
	const inputs = `${many} reports for one handler, 3 grants each, ${config.kind}, over HTTP with reading the JSON`;
	const [big = 0, small = 0] = [at(0.95, first ?? []), at(0.95, alone ?? [])];
	return [
		{ what: `${config.kind}: first page of 100, p95`, value: big, unit: 'ms', inputs: `60 times; ${inputs}` },
		{
			what: `${config.kind}: a later page of ${later}, p95`,
			value: at(0.95, walked ?? []),
			unit: 'ms',
			inputs: `${walked?.length ?? 0} pages, the whole queue three times`,
		},
		{
			what: `${config.kind}: first page of ${many} / of ${few}, p95`,
			value: big / small,
			unit: '×',
			inputs: 'the same store, another handler, turn about',
		},
	];
}

async function run(): Promise<Measured[]> {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-bench-'));
	const cluster = await startPostgres();
	try {
		const world = await makeWorld();
		const sqlite = { kind: 'sqlite', path: join(folder, 'haven.sqlite') } as const;
		const postgres = { kind: 'postgres', url: await cluster.database(), connections: 8 } as const;
		return [...(await measure(world, sqlite)), ...(await measure(world, postgres)), ...(await measurePanel(many))];
	} finally {
		await cluster.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

export const bench = {
	name: 'queue',
	summary: 'ten thousand cases: pages of the queue from the backend, first rows in the panel',
	run,
};
