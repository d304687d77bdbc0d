/** Everything in a store, table by table, as somebody sees it who has stolen it. */
import { sql } from 'kysely';
import type { Store } from '../../../src/backend/store/open.ts';

export type Dump = Record<string, Record<string, unknown>[]>;

/** Bytes as base64url; rows in the order of their text, for a stolen table has no other. */
export async function dumpOf({ db }: Store): Promise<Dump> {
	const dump: Dump = {};
	for (const { name } of await db.introspection.getTables()) {
		if (name.startsWith('kysely_')) continue;
		const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
		const readable = rows.map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([column, value]) => [
					column,
					value instanceof Uint8Array ? Buffer.from(value).toString('base64url') : value,
				]),
			),
		);
		const text = (row: object): string => JSON.stringify(row);
		dump[name] = readable.sort((one, two) => (text(one) < text(two) ? -1 : 1));
	}
	return dump;
}

/** Every value of these tables that is long enough to recognize something by, and every time. */
export function valuesOf(dump: Dump, tables: readonly string[]): Set<string> {
	const all = tables.flatMap((table) => (dump[table] ?? []).flatMap((row) => Object.values(row)));
	return new Set(all.map(String).filter((value) => value.length >= 5));
}
