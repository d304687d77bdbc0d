/** Brings a backup into an empty store, and one of grants into a store that was restored: all of it, or nothing. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import * as v from 'valibot';
import type { Store, Writer } from '../store/open.ts';
import { HeadSchema, LineSchema, rowOf, type Head, type Row } from './lines.ts';
import { partOf, plans, type BackupKind, type Plan } from './plan.ts';
import { stepsOf } from './snapshot.ts';

/** The backup does not fit, and why: nothing was changed. */
export class NotRestored extends Error {}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
	const decoder = new TextDecoder();
	let begun: string[] = [];
	for await (const part of bytes) {
		const [first = '', ...more] = decoder.decode(part, { stream: true }).split('\n');
		begun.push(first);
		for (const next of more) {
			yield JSON.parse(begun.join(''));
			begun = [next];
		}
	}
}

/** Both backups name the same tables; a name of another one is never put into a statement. */
function planOf(table: string): Plan {
	const found = Object.entries(plans).find(([name]) => name === table);
	if (!found) throw new NotRestored('It has a table that this version does not know.');
	return found[1];
}

/** Grants of reports that the other backup does not have, or that were erased, open nothing: they are left out. */
async function isWanted(tx: Writer, kind: BackupKind, table: string, row: Row): Promise<boolean> {
	if (kind === 'long' || !['report', 'report_grant', 'identity_share'].includes(table)) return true;
	const id = String(row[table === 'report' ? 'id' : 'report']);
	const report = await tx.selectFrom('report').select('erased_at').where('id', '=', id).executeTakeFirst();
	return report?.erased_at === null;
}

async function put(tx: Writer, kind: BackupKind, table: string, row: Row): Promise<void> {
	const plan = planOf(table);
	const part = partOf(plan, kind);
	if (!part) throw new NotRestored('It has a table that does not belong into it.');
	if (!(await isWanted(tx, kind, table, row))) return;
	const names = Object.keys(row);
	const value = (name: string) => sql`${row[name]}`;
	if (part === 'rows') {
		const columns = sql.join(names.map((name) => sql.ref(name)));
		await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(names.map(value))})`.execute(tx);
		return;
	}
	const equal = (name: string) => sql`${sql.ref(name)} = ${value(name)}`;
	const changed = names.filter((name) => !plan.key.includes(name));
	await sql`
		update ${sql.table(table)} set ${sql.join(changed.map(equal))} where ${sql.join(plan.key.map(equal), sql` and `)}
	`.execute(tx);
}

async function check(tx: Writer, { kind, steps }: Head, wanted: BackupKind): Promise<void> {
	if (kind !== wanted) throw new NotRestored(`It is a backup of the kind "${kind}".`);
	if (steps.join() !== (await stepsOf(tx)).join()) throw new NotRestored('It is of another version of the tables.');
	for (const [table, { into }] of Object.entries(plans)) {
		if (into !== wanted) continue;
		const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
		// A service that ran once has left a key in it.
		if (rows.length > 0) throw new NotRestored(`The store is not empty: it has rows of "${table}".`);
	}
}

async function bring(tx: Writer, lines: AsyncIterable<unknown>, kind: BackupKind): Promise<number> {
	let [head, count, end]: [Head | null, number, number | null] = [null, 0, null];
	for await (const line of lines) {
		if (!head) {
			const parsed = v.safeParse(HeadSchema, line);
			if (!parsed.success) throw new NotRestored('It is no backup of this service.');
			head = parsed.output;
			await check(tx, head, kind);
			continue;
		}
		const said = v.parse(LineSchema, line);
		if ('rows' in said) end = said.rows;
		else {
			await put(tx, kind, said.table, rowOf(said.row));
			count++;
		}
	}
	if (end !== count) throw new NotRestored('It is not whole.');
	return count;
}

/** Answers how many rows. Throws NotRestored, or the system's error where the file cannot be read to its end. */
export function restoreBackup(store: Store, file: string, kind: BackupKind): Promise<number> {
	return store.tx((tx) =>
		pipeline(createReadStream(file), createGunzip(), (bytes: AsyncIterable<Uint8Array>) =>
			bring(tx, linesOf(bytes), kind),
		),
	);
}
