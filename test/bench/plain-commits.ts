/** Plain single-row commits on a store by its bare driver: what reports are measured against. */
import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { StoreConfig } from '../../src/backend/store/open.ts';

/** Commits per second of one row of `bytes` bytes each, over `connections` where the store has more than one, for `ms`. */
export async function plainCommits(
	config: StoreConfig,
	bytes: number,
	connections: number,
	ms: number,
): Promise<number> {
	const row = randomBytes(bytes);
	const end = performance.now() + ms;
	let made = 0;
	if (config.kind === 'sqlite') {
		const db = new DatabaseSync(`${config.path}.plain`);
		db.exec('pragma journal_mode = wal; pragma synchronous = full; create table plain (id text primary key, row blob)');
		const insert = db.prepare('insert into plain values (?, ?)');
		for (; performance.now() < end; made++) insert.run(randomBytes(16).toString('base64url'), row);
		db.close();
	} else {
		const pool = new pg.Pool({ connectionString: config.url, max: connections });
		await pool.query('create table plain (id text primary key, row bytea)');
		const one = async (): Promise<void> => {
			for (; performance.now() < end; made++)
				await pool.query('insert into plain values ($1, $2)', [randomBytes(16).toString('base64url'), row]);
		};
		await Promise.all(Array.from({ length: connections }, one));
		await pool.end();
	}
	return made / (ms / 1000);
}
