/** Kysely's dialect for PostgreSQL with numbers as numbers, and which of its errors mean: try again. */
import { PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';

/** Times and counts are below 2^53, so the eight-byte integers of PostgreSQL are read as numbers, as SQLite gives them. */
const int8 = 20;

export function postgresDialect(url: string, connections: number): Dialect {
	const pool = new pg.Pool({
		connectionString: url,
		max: connections,
		connectionTimeoutMillis: 10_000,
		types: {
			getTypeParser: (oid: number, format?: 'text' | 'binary') =>
				oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
		},
	});
	// A connection that breaks while it idles is dropped by the pool; without a listener it would end the process.
	pool.on('error', () => undefined);
	return new PostgresDialect({ pool });
}

/** Serialization failure or deadlock: the transaction did nothing and may run again (PostgreSQL manual, section 13.5). */
export function mayRetry(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return code === '40001' || code === '40P01';
}
