/** Files of wikis: waiting to be hashed, or hashed; and how far each wiki has been followed. */
import type { Reader, Store, Writer } from './open.ts';
import type { UploadFileTable } from './upload-tables.ts';

export interface NewFile {
	readonly wiki: string;
	readonly title: string;
	readonly sha1: string;
	/** HMAC of wiki, uploader and SHA-1; empty where nobody is known. */
	readonly tag: string;
	readonly urgent: boolean;
	/** When it was uploaded, ms; 0 where that is not known. */
	readonly at: number;
}

export async function positionOf(db: Reader, wiki: string, pass: string): Promise<string | null> {
	const rows = db.selectFrom('upload_position').select('position').where('wiki', '=', wiki).where('pass', '=', pass);
	return (await rows.executeTakeFirst())?.position ?? null;
}

/** Keeps files to be hashed and the position behind them together: neither is ever there without the other. */
export async function keepFiles(
	store: Store,
	files: readonly NewFile[],
	at: { readonly wiki: string; readonly pass: string; readonly position: string; readonly now: number },
): Promise<void> {
	await store.tx(async (tx) => {
		for (const { urgent, ...file } of files) {
			await tx
				.insertInto('upload_file')
				.values({
					...file,
					state: 'waiting',
					urgent: urgent ? 1 : 0,
					tries: 0,
					due: at.now,
					views: null,
					md5: null,
					sha256: null,
					n: null,
				})
				.onConflict((conflict) =>
					conflict
						.columns(['wiki', 'title', 'sha1'])
						.doUpdateSet({ state: 'waiting', at: file.at, tag: file.tag, due: at.now, tries: 0 })
						// What was gone and has been uploaded again since.
						.where('upload_file.state', '=', 'gone')
						.where('upload_file.at', '<', file.at),
				)
				.execute();
		}
		await tx
			.insertInto('upload_position')
			.values({ wiki: at.wiki, pass: at.pass, position: at.position, at: at.now })
			.onConflict((conflict) => conflict.columns(['wiki', 'pass']).doUpdateSet({ position: at.position, at: at.now }))
			.execute();
	});
}

/** The file to be hashed next: uploads before files that were there already, and now and then one that was gone. */
export function nextFile(db: Reader, now: number): Promise<UploadFileTable | undefined> {
	return db
		.selectFrom('upload_file')
		.selectAll()
		.where('state', 'in', ['waiting', 'gone'])
		.where('due', '<=', now)
		.orderBy('urgent', 'desc')
		.orderBy('due')
		.limit(1)
		.executeTakeFirst();
}

/** Hashes of the same bytes under another title. */
export function sameBytes(db: Reader, wiki: string, sha1: string): Promise<UploadFileTable | undefined> {
	const rows = db.selectFrom('upload_file').selectAll().where('wiki', '=', wiki).where('sha1', '=', sha1);
	return rows.where('state', '=', 'done').limit(1).executeTakeFirst();
}

type Key = Pick<UploadFileTable, 'wiki' | 'title' | 'sha1'>;

export async function changeFile(tx: Writer, file: Key, change: Partial<UploadFileTable>): Promise<void> {
	await tx
		.updateTable('upload_file')
		.set(change)
		.where('wiki', '=', file.wiki)
		.where('title', '=', file.title)
		.where('sha1', '=', file.sha1)
		.execute();
}

/** Number of the file that was hashed last; 0 where there is none. */
export async function newestNumber(db: Reader): Promise<number> {
	const rows = db.selectFrom('upload_file').select('n').where('n', 'is not', null).orderBy('n', 'desc').limit(1);
	return (await rows.executeTakeFirst())?.n ?? 0;
}

/** Marks a file as hashed, with the next number. */
export async function fileHashed(
	tx: Writer,
	file: Key,
	hashes: Pick<UploadFileTable, 'views' | 'md5' | 'sha256'>,
): Promise<void> {
	await changeFile(tx, file, { ...hashes, state: 'done', n: (await newestNumber(tx)) + 1 });
}

/** At most `limit` hashed files with a number above `after`, in order. */
export function hashedAfter(db: Reader, after: number, limit: number): Promise<UploadFileTable[]> {
	return db.selectFrom('upload_file').selectAll().where('n', '>', after).orderBy('n').limit(limit).execute();
}

/** The same: only what they look like. */
export function viewsAfter(
	db: Reader,
	after: number,
	limit: number,
): Promise<Pick<UploadFileTable, 'wiki' | 'n' | 'views'>[]> {
	const rows = db.selectFrom('upload_file').select(['wiki', 'n', 'views']).where('n', '>', after);
	return rows.orderBy('n').limit(limit).execute();
}

/** Hashed files with one of these exact hashes, in the column's own writing. */
export function filesWith(
	db: Reader,
	...[kind, values]: ['sha1', string[]] | ['md5' | 'sha256', Uint8Array[]]
): Promise<UploadFileTable[]> {
	if (values.length === 0) return Promise.resolve([]);
	const rows = db.selectFrom('upload_file').selectAll().where('n', 'is not', null);
	return (kind === 'sha1' ? rows.where(kind, 'in', values) : rows.where(kind, 'in', values)).execute();
}

export function filesNumbered(db: Reader, numbers: readonly number[]): Promise<UploadFileTable[]> {
	return numbers.length === 0
		? Promise.resolve([])
		: db.selectFrom('upload_file').selectAll().where('n', 'in', numbers).execute();
}

export function titlesOf(db: Reader, wiki: string, sha1: string): Promise<Pick<UploadFileTable, 'title'>[]> {
	const rows = db.selectFrom('upload_file').select('title').where('wiki', '=', wiki).where('sha1', '=', sha1);
	return rows.where('state', '=', 'done').orderBy('title').limit(20).execute();
}
