/** Keeping sealed reports and finding them again by id. */
import type { Reader, Store } from './open.ts';
import type { ReportTable } from './schema.ts';

export interface Grant {
	readonly key: string;
	readonly box: Uint8Array;
}

/**
 * Keeps a report with its grants unless one of this id is there. Answers null when it was kept now, else the one that was
 * there before, to be compared by the caller.
 */
export function keepReport(store: Store, report: ReportTable, grants: readonly Grant[]): Promise<StoredReport | null> {
	return store.tx(async (tx) => {
		const { numInsertedOrUpdatedRows: added } = await tx
			.insertInto('report')
			.values(report)
			.onConflict((conflict) => conflict.column('id').doNothing())
			.executeTakeFirstOrThrow();
		if (added === 0n) return (await findReport(tx, report.id)) ?? null;
		await tx
			.insertInto('report_grant')
			.values(grants.map(({ key, box }) => ({ report: report.id, key, wiki: report.wiki, at: report.at, box })))
			.execute();
		return null;
	});
}

const told = ['id', 'at', 'state', 'hash', 'capability', 'receipt_key', 'receipt_signature'] as const;
export type StoredReport = Pick<ReportTable, (typeof told)[number]>;

/** All that the reporter's side needs: not the sealed bytes. */
export function findReport(db: Reader, id: string): Promise<StoredReport | undefined> {
	return db.selectFrom('report').select(told).where('id', '=', id).executeTakeFirst();
}
