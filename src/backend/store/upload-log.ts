/** The public log of list versions: a chain of commitments, only ever added to. */
import type { Reader, Writer } from './open.ts';
import type { UploadLogTable } from './upload-tables.ts';

export function newestLogged(db: Reader): Promise<UploadLogTable | undefined> {
	return db.selectFrom('upload_log').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst();
}

/** At most `limit` rows after `seq`, oldest first. */
export function loggedAfter(db: Reader, seq: number, limit: number): Promise<UploadLogTable[]> {
	return db.selectFrom('upload_log').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute();
}

export function loggedVersion(db: Reader, list: string, version: number): Promise<UploadLogTable | undefined> {
	const rows = db.selectFrom('upload_log').selectAll().where('list', '=', list).where('version', '=', version);
	return rows.executeTakeFirst();
}

/** Appends a row and lets its list's changes up to its stamp be matched. */
export async function append(tx: Writer, row: UploadLogTable): Promise<void> {
	await tx.insertInto('upload_log').values(row).execute();
	await tx
		.updateTable('upload_list')
		.set({ logged: row.to_stamp, version: row.version, settings: row.settings })
		.where('id', '=', row.list)
		.execute();
}
