/** Withdraws a whole list, and deletes what has been withdrawn for long enough. */
import { sql } from 'kysely';
import type { Store } from './open.ts';

const pageSize = 5_000;

/** Withdraws every entry, each with a stamp of its own as if one after another; answers how many there were. */
export async function withdrawAll(store: Store, list: string): Promise<number> {
	const row = await store.db.selectFrom('upload_list').select('stamp').where('id', '=', list).executeTakeFirst();
	const end = row?.stamp ?? 0;
	let gone = 0;
	for (let from = 0; from < end; from += pageSize) {
		const to = Math.min(end, from + pageSize);
		gone += await store.tx(async (tx) => {
			const done = await tx
				.updateTable('upload_entry')
				.set({ removed: sql<number>`n + ${sql.lit(end)}` })
				.where('list', '=', list)
				.where('n', '>', from)
				.where('n', '<=', to)
				.where('removed', 'is', null)
				.executeTakeFirst();
			await tx
				.updateTable('upload_list')
				.set({ stamp: end + to })
				.where('id', '=', list)
				.execute();
			return Number(done.numUpdatedRows);
		});
		await new Promise((next) => setImmediate(next));
	}
	return gone;
}

/** Deletes entries of removed lists, a while (ms) after their removal: every process has taken that in by then. */
export async function deleteRemoved(store: Store, before: number): Promise<void> {
	const lists = await store.db
		.selectFrom('upload_list')
		.select(['id', 'stamp'])
		.where('state', '=', 'removed')
		.where('at', '<', before)
		.execute();
	for (const { id, stamp } of lists) {
		for (let from = 0; from < stamp; from += pageSize) {
			const rows = (tx: Pick<Store['db'], 'deleteFrom'>) =>
				tx
					.deleteFrom('upload_entry')
					.where('list', '=', id)
					.where('n', '>', from)
					.where('n', '<=', from + pageSize)
					.where('removed', 'is not', null)
					.execute();
			await store.tx(rows);
		}
	}
}
