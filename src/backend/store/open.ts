/** The store: one interface over SQLite and PostgreSQL, with one way to change it. */
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql, type Transaction } from 'kysely';
import { migrate } from './migrations.ts';
import { mayRetry, postgresDialect } from './postgres.ts';
import type { Tables } from './schema.ts';
import { openSqlite, openSqliteReader, sqliteDialect } from './sqlite.ts';
import { takeWriterLock } from './writer-lock.ts';

export type StoreKind = 'sqlite' | 'postgres';
export type StoreConfig =
	| { readonly kind: 'sqlite'; readonly path: string }
	| { readonly kind: 'postgres'; readonly url: string; readonly connections: number };

export type Reader = Kysely<Tables>;
export type Writer = Transaction<Tables>;

export interface Store {
	readonly kind: StoreKind;
	/** For reading outside a transaction. */
	readonly db: Reader;
	/** All or nothing; `change` may run several times and must do nothing but read and write the store. */
	tx<T>(change: (tx: Writer) => Promise<T>): Promise<T>;
	/** Lets what was deleted leave the files too, as far as the store can be told to: PostgreSQL goes by its own time. */
	forget(): Promise<void>;
	/** Brings the tables up to date; the names of the steps taken. */
	migrate(): Promise<string[]>;
	close(): Promise<void>;
}

/** To look at a store that a service may be using. Throws the store's own error where it cannot be opened. */
export function openReader(config: StoreConfig): { readonly db: Reader; close(): Promise<void> } {
	const dialect =
		config.kind === 'sqlite'
			? sqliteDialect(openSqliteReader(config.path))
			: postgresDialect(config.url, config.connections);
	const db = new Kysely<Tables>({ dialect });
	return { db, close: () => db.destroy() };
}

/** Another process writes this SQLite store. */
export class StoreInUse extends Error {}

const tries = 20;

/** Throws StoreInUse, or the store's own error where it cannot be opened. PostgreSQL is first spoken to by the first query. */
export function openStore(config: StoreConfig): Store {
	let release = (): void => undefined;
	let db: Kysely<Tables>;
	if (config.kind === 'sqlite') {
		mkdirSync(dirname(config.path), { recursive: true });
		const taken = takeWriterLock(config.path);
		if (!taken) throw new StoreInUse(config.path);
		release = taken;
		const file = openSqlite(config.path);
		chmodSync(config.path, 0o600);
		db = new Kysely({ dialect: sqliteDialect(file) });
	} else db = new Kysely({ dialect: postgresDialect(config.url, config.connections) });

	return {
		kind: config.kind,
		db,
		async tx(change) {
			for (let left = tries; ; left--) {
				try {
					return await db.transaction().setIsolationLevel('serializable').execute(change);
				} catch (error) {
					if (left <= 1 || !mayRetry(error)) throw error;
					// Apart by chance, so that the same two do not meet again.
					await new Promise((next) => setTimeout(next, Math.random() * 10 * (tries - left + 1)));
				}
			}
		},
		async forget() {
			// The log of changes holds the old pages until it is emptied.
			if (config.kind === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
		},
		migrate: () => migrate(db, config.kind),
		async close() {
			await db.destroy();
			release();
		},
	};
}
