/** The store as it is at one moment, for reading only, also while the service writes. */
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Reader, StoreConfig } from '../store/open.ts';
import { postgresDialect } from '../store/postgres.ts';
import type { Tables } from '../store/schema.ts';
import { sqliteDialect } from '../store/sqlite.ts';

/** Throws the store's own error where it cannot be opened. */
export async function withSnapshot<T>(config: StoreConfig, read: (db: Reader) => Promise<T>): Promise<T> {
	const dialect =
		config.kind === 'sqlite'
			? sqliteDialect(new DatabaseSync(config.path, { readOnly: true }))
			: postgresDialect(config.url, 1);
	// One connection, so that every query is in the same transaction.
	const db = new Kysely<Tables>({ dialect });
	try {
		await sql.raw(config.kind === 'sqlite' ? 'begin' : 'begin isolation level repeatable read, read only').execute(db);
		return await read(db);
	} finally {
		await db.destroy();
	}
}

/** Names of the steps that made the tables as they are. */
export async function stepsOf(db: Reader): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
	return rows.map(({ name }) => name);
}
