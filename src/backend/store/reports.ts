/** Finding a report again by its id. */
import type { Reader } from './open.ts';
import type { ReportTable } from './schema.ts';

const told = ['id', 'at', 'state', 'hash', 'capability', 'receipt_key', 'receipt_signature'] as const;
export type StoredReport = Pick<ReportTable, (typeof told)[number]>;

/** All that the reporter's side needs: not the sealed bytes. */
export function findReport(db: Reader, id: string): Promise<StoredReport | undefined> {
	return db.selectFrom('report').select(told).where('id', '=', id).executeTakeFirst();
}
