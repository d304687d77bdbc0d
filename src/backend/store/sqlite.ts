/** Kysely's dialect for Node's own SQLite: one connection, a queue in front of it, commits that are on the disk. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult,
} from 'kysely';

/** Statements kept prepared; more than the code has, so that only lists of varying length ever push one out. */
const keptStatements = 200;

class Connection implements DatabaseConnection {
	readonly #db: DatabaseSync;
	readonly #kept = new Map<string, StatementSync>();

	constructor(db: DatabaseSync) {
		this.#db = db;
	}

	#prepare(sql: string): StatementSync {
		const known = this.#kept.get(sql);
		if (known) return known;
		const statement = this.#db.prepare(sql);
		if (this.#kept.size >= keptStatements) this.#kept.clear();
		this.#kept.set(sql, statement);
		return statement;
	}

	executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
		try {
			const statement = this.#prepare(sql);
			const values = parameters as readonly SQLInputValue[];
			if (statement.columns().length > 0) return Promise.resolve({ rows: statement.all(...values) as R[] });
			const { changes } = statement.run(...values);
			return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes) });
		} catch (error) {
			return Promise.reject(error instanceof Error ? error : new Error(String(error)));
		}
	}

	async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
		yield await this.executeQuery<R>(query);
	}
}

class SqliteDriver implements Driver {
	readonly #db: DatabaseSync;
	readonly #connection: Connection;
	#last: Promise<void> = Promise.resolve();
	#release: () => void = () => undefined;

	constructor(db: DatabaseSync) {
		this.#db = db;
		this.#connection = new Connection(db);
	}
	async init(): Promise<void> {
		// The database is open before the dialect is made, so that a bad path is told at once.
	}
	/** One at a time: a statement of one request must not fall into the transaction of another. */
	async acquireConnection(): Promise<DatabaseConnection> {
		const before = this.#last;
		let release = (): void => undefined;
		this.#last = new Promise((done) => (release = done));
		await before;
		this.#release = release;
		return this.#connection;
	}
	async releaseConnection(): Promise<void> {
		this.#release();
	}
	async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
	async commitTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('commit'));
	}
	async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('rollback'));
	}
	async destroy(): Promise<void> {
		this.#db.close();
	}
}

export function sqliteDialect(db: DatabaseSync): Dialect {
	return {
		createAdapter: () => new SqliteAdapter(),
		createDriver: () => new SqliteDriver(db),
		createIntrospector: (kysely) => new SqliteIntrospector(kysely),
		createQueryCompiler: () => new SqliteQueryCompiler(),
	};
}

/** Opens the file with write-ahead log and a sync per commit; what is deleted is overwritten. Throws where the folder cannot be written. */
export function openSqlite(path: string): DatabaseSync {
	const db = new DatabaseSync(path);
	db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 5000');
	db.exec('pragma secure_delete = on');
	return db;
}

/** Changes nothing. Throws where there is no such file. */
export const openSqliteReader = (path: string): DatabaseSync =>
	new DatabaseSync(path, { readOnly: true, timeout: 5000 });
