/** Writes a backup file of a store, in the order of its tables and keys. */
import { createWriteStream, renameSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Reader, StoreConfig } from '../store/open.ts';
import { iso } from '../times.ts';
import { lineOf, type Head, type Row } from './lines.ts';
import { partOf, plans, type BackupKind, type Plan } from './plan.ts';
import { stepsOf, withSnapshot } from './snapshot.ts';

async function* rowsOf(db: Reader, table: string, { key, large }: Plan): AsyncGenerator<Row> {
	const columns = sql.join(key.map((name) => sql.ref(name)));
	const atOnce = sql.lit(large ? 8 : 1_000);
	let last: Row | undefined;
	for (;;) {
		const seen = last;
		const after = seen ? sql`where (${columns}) > (${sql.join(key.map((name) => sql`${seen[name]}`))})` : sql``;
		const rows = sql<Row>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${atOnce}`;
		const { rows: some } = await rows.execute(db);
		yield* some;
		last = some.at(-1);
		if (!last) return;
	}
}

/** The boxes of a row with its key; null where they are empty. */
function boxesOf(row: Row, { key, boxes = {} }: Plan): Row | null {
	const names = Object.keys(boxes);
	const isEmpty = names.every((name) => !(row[name] instanceof Uint8Array) || row[name].length === 0);
	return isEmpty ? null : Object.fromEntries([...key, ...names].map((name) => [name, row[name]]));
}

async function* linesOf(db: Reader, kind: BackupKind, at: number): AsyncGenerator<string> {
	const head: Head = { wikihaven: 'backup', v: 1, kind, at: iso(at), steps: await stepsOf(db) };
	yield `${JSON.stringify(head)}\n`;
	let count = 0;
	for (const [table, plan] of Object.entries(plans)) {
		const part = partOf(plan, kind);
		if (!part) continue;
		for await (const row of rowsOf(db, table, plan)) {
			const kept = part === 'rows' ? { ...row, ...plan.boxes } : boxesOf(row, plan);
			if (!kept) continue;
			yield `${lineOf(table, kept)}\n`;
			count++;
		}
	}
	yield `${JSON.stringify({ rows: count })}\n`;
}

/** Compressed, for this account alone; whole or not there. `at`: ms. */
export async function writeBackup(config: StoreConfig, kind: BackupKind, file: string, at: number): Promise<void> {
	await withSnapshot(config, async (db) => {
		const lines = Readable.from(linesOf(db, kind, at));
		await pipeline(lines, createGzip(), createWriteStream(`${file}.part`, { mode: 0o600, flush: true }));
	});
	renameSync(`${file}.part`, file);
}
