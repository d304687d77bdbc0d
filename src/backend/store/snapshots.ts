/** Snapshots of where all logs end: taken once a day, each with the hash of the one before. */
import { createHash } from 'node:crypto';
import { firstPrevious } from '../../contract/case-event.ts';
import { iso } from '../times.ts';
import type { HeadSnapshotTable } from './log-tables.ts';
import type { Reader, Store } from './open.ts';

/** A change may be written a moment after its time: what lies so far back is looked at again, ms. */
const overlap = 10 * 60_000;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What its hash is over. */
export const snapshotText = ({ n, at, previous, heads }: Omit<HeadSnapshotTable, 'hash'>): string =>
	`wikihaven-heads-v1\n${[n, iso(at), previous, sha256(heads)].join('\n')}`;
export const snapshotHash = (snapshot: Omit<HeadSnapshotTable, 'hash'>): string => sha256(snapshotText(snapshot));

export function lastSnapshots(db: Reader, most: number): Promise<HeadSnapshotTable[]> {
	return db.selectFrom('head_snapshot').selectAll().orderBy('n', 'desc').limit(most).execute();
}

/** Of several processes that try at the same time one takes it. */
export async function takeSnapshot(store: Store, at: number): Promise<void> {
	await store.tx(async (tx) => {
		const [last] = await lastSnapshots(tx, 1);
		const rows = await tx
			.selectFrom('report')
			.select(['id', 'version', 'head'])
			.where('version', '>', 0)
			.where('changed', '>', last ? last.at - overlap : 0)
			.orderBy('id')
			.execute();
		const heads = rows.map(({ id, version, head }) => `${id} ${version} ${head}`).join('\n');
		const next = { n: (last?.n ?? 0) + 1, at, previous: last?.hash ?? firstPrevious, heads };
		await tx
			.insertInto('head_snapshot')
			.values({ ...next, hash: snapshotHash(next) })
			.onConflict((conflict) => conflict.column('n').doNothing())
			.execute();
	});
}
