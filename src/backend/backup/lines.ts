/** A backup as lines of JSON: what it is, a line for each row, and at the end how many, so that half of one is seen to be half. */
import * as v from 'valibot';
import { Timestamp } from '../../contract/primitives.ts';
import { backupKinds } from './plan.ts';

export const HeadSchema = v.object({
	wikihaven: v.literal('backup'),
	v: v.literal(1),
	kind: v.picklist(backupKinds),
	at: Timestamp,
	/** Steps that made the tables. */
	steps: v.array(v.string()),
});
export type Head = v.InferOutput<typeof HeadSchema>;

const CellSchema = v.union([v.null(), v.string(), v.number(), v.object({ bytes: v.string() })]);
export const LineSchema = v.union([
	v.object({ table: v.string(), row: v.record(v.string(), CellSchema) }),
	v.object({ rows: v.number() }),
]);
type Cell = v.InferOutput<typeof CellSchema>;
export type Row = Readonly<Record<string, unknown>>;

function cellOf(value: unknown): Cell {
	if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
	return v.parse(CellSchema, value);
}

export const lineOf = (table: string, row: Row): string =>
	JSON.stringify({ table, row: Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cellOf(value)])) });

export function rowOf(row: Readonly<Record<string, Cell>>): Row {
	const value = (cell: Cell): unknown =>
		typeof cell === 'object' && cell !== null ? Buffer.from(cell.bytes, 'base64') : cell;
	return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, value(cell)]));
}
