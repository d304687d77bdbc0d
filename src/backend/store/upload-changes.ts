/** Changes of a list in the order of their stamps, a page at a time: for the index, and for the public log. */
import type { Reader } from './open.ts';
import type { UploadEntryTable } from './upload-tables.ts';

export interface StampedChange {
	readonly stamp: number;
	readonly op: 'add' | 'remove';
	readonly entry: UploadEntryTable;
}

/** Changes with stamps in (after, until], at most about `limit` of them, and up to which stamp that is all. */
export async function changesOf(
	db: Reader,
	list: string,
	after: number,
	until: number,
	limit: number,
): Promise<{ changes: StampedChange[]; last: number }> {
	const last = Math.min(until, after + limit);
	const entries = db.selectFrom('upload_entry').selectAll().where('list', '=', list);
	const added = await entries.where('n', '>', after).where('n', '<=', last).execute();
	const removed = await entries.where('removed', '>', after).where('removed', '<=', last).execute();
	const changes = [
		...added.map((entry): StampedChange => ({ stamp: entry.n, op: 'add', entry })),
		...removed.map((entry): StampedChange => ({ stamp: entry.removed ?? 0, op: 'remove', entry })),
	];
	return { changes: changes.sort((a, b) => a.stamp - b.stamp), last };
}
