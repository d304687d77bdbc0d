/** Both stores for one suite: each test file says what must hold once, and it is tried on SQLite and on PostgreSQL. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { StoreConfig, StoreKind } from '../../../src/backend/store/open.ts';
import { startPostgres, type Cluster } from './postgres.ts';

export interface StorePlace {
	readonly kind: StoreKind;
	/** A store of its own, empty. */
	fresh(): Promise<StoreConfig>;
	/** Folders with everything that the stores wrote. */
	folders(): string[];
}

/** Runs the suite for each kind of store. */
export function onBothStores(suite: (place: StorePlace) => void): void {
	describe('on SQLite', () => {
		const folder = mkdtempSync(join(tmpdir(), 'wikihaven-store-'));
		let made = 0;
		afterAll(() => rmSync(folder, { recursive: true, force: true }));
		suite({
			kind: 'sqlite',
			fresh: () => Promise.resolve({ kind: 'sqlite', path: join(folder, `${++made}`, 'haven.sqlite') }),
			folders: () => [folder],
		});
	});
	describe('on PostgreSQL', () => {
		let cluster: Cluster;
		beforeAll(async () => {
			cluster = await startPostgres();
		});
		afterAll(() => cluster.stop());
		suite({
			kind: 'postgres',
			fresh: async () => ({ kind: 'postgres', url: await cluster.database(), connections: 8 }),
			folders: () => [cluster.folder],
		});
	});
}
