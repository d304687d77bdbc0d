/** Hashes that clients submit: kept until they have been compared, then only the tag stays, so that none is taken twice. */
import type { Reader, Store, Writer } from './open.ts';
import type { UploadSubmissionTable } from './upload-tables.ts';

/** A tag that is there already changes nothing: each serves once. */
export async function keepSubmission(store: Store, row: UploadSubmissionTable): Promise<void> {
	await store.tx((tx) =>
		tx
			.insertInto('upload_submission')
			.values(row)
			.onConflict((conflict) => conflict.column('tag').doNothing())
			.execute(),
	);
}

/** One that was not compared yet. */
export function waitingSubmission(db: Reader, tag: string): Promise<UploadSubmissionTable | undefined> {
	const rows = db.selectFrom('upload_submission').selectAll().where('tag', '=', tag);
	return rows.where('state', '=', 'waiting').executeTakeFirst();
}

/** Tags of those that were not compared although they came before a time: a process died behind its answer. */
export async function leftSubmissions(db: Reader, before: number): Promise<string[]> {
	const rows = db.selectFrom('upload_submission').select('tag').where('state', '=', 'waiting').where('at', '<', before);
	return (await rows.limit(500).execute()).map((row) => row.tag);
}

/** Forgets the hashes. */
export async function submissionMatched(tx: Writer, tag: string): Promise<void> {
	await tx
		.updateTable('upload_submission')
		.set({ state: 'matched', sha1: null, md5: null, sha256: null, views: null })
		.where('tag', '=', tag)
		.execute();
}

/** The upload it spoke of was made. */
export async function submissionUsed(tx: Writer, tag: string): Promise<void> {
	await tx.updateTable('upload_submission').set({ state: 'used' }).where('tag', '=', tag).execute();
}

export async function dropOldSubmissions(store: Store, before: number): Promise<void> {
	await store.tx((tx) => tx.deleteFrom('upload_submission').where('at', '<', before).execute());
}
