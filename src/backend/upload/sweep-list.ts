/** Compares all files that have been hashed with what a list got since the last time. */
import { base36 } from '../../wiki/uploads.ts';
import type { ClosedClassId } from '../../domain/upload/classes.ts';
import type { Store } from '../store/open.ts';
import { changesOf } from '../store/upload-changes.ts';
import { filesNumbered, filesWith, hashedAfter, newestNumber, viewsAfter } from '../store/upload-files.ts';
import { keepSwept, listRow } from '../store/upload-lists.ts';
import { recordHits } from '../store/upload-matches.ts';
import type { UploadFileTable, UploadListTable } from '../store/upload-tables.ts';
import type { ListConfig } from './config.ts';
import type { ListIndex } from './index-thread.ts';
import { hitsIn, type Matching } from './match.ts';

type SweptList = ListConfig & { readonly class: ClosedClassId };

export interface Sweeping extends Matching {
	readonly store: Store;
	now(): number;
}

/** Entries at a time, in an SQL statement. */
const bunch = 2_000;
/** Files at a time, fewer where there is much to compare each with: other searches wait for so long. */
const mostFiles = 2_500;
const comparisons = 6_000_000;

/** Bytes of a packed view. */
const viewSize = 33;

const breath = (): Promise<void> => new Promise((next) => setImmediate(next));

/** Looks at these files as closely as at a new one; what only seemed to come near is passed over. */
async function record(
	files: readonly UploadFileTable[],
	list: SweptList,
	after: number,
	work: Sweeping,
): Promise<void> {
	for (const file of files) {
		const hits = await hitsIn(work, list.class, [list], file, after);
		const { wiki, sha1, title } = file;
		const matched = { wiki, sha1, title, tag: null, now: work.now() };
		const own = hits.map((hit) => ({ ...hit, class: list.class }));
		if (own.length > 0) await work.store.tx((tx) => recordHits(tx, matched, own));
	}
}

/** By the entries, of which there are few. */
async function sweepExact(list: SweptList, row: UploadListTable, work: Sweeping, signal: AbortSignal): Promise<void> {
	const { db } = work.store;
	for (let at = row.swept; at < row.logged && !signal.aborted;) {
		const { changes, last } = await changesOf(db, list.id, at, row.logged, bunch);
		const added = changes.filter(({ op, entry }) => op === 'add' && entry.junk === null && entry.removed === null);
		const values = (kind: string) => added.filter(({ entry }) => entry.kind === kind).map(({ entry }) => entry.value);
		const sha1 = values('sha1').map((value) => base36(Buffer.from(value).toString('hex')));
		for (const files of [
			await filesWith(db, 'sha1', sha1),
			await filesWith(db, 'md5', values('md5')),
			await filesWith(db, 'sha256', values('sha256')),
		])
			await record(files, list, row.swept, work);
		at = last;
		await breath();
	}
}

/** The numbers of the files on a page of which a view came near. */
async function near(
	page: Awaited<ReturnType<typeof viewsAfter>>,
	index: ListIndex,
	into: string,
	radius: number,
): Promise<number[]> {
	const packed = page.map(({ views }) => views ?? new Uint8Array());
	const places = await index.sift(into, radius, Buffer.concat(packed));
	const numbers: number[] = [];
	let [at, end] = [-1, 0];
	for (const place of places) {
		while (place >= end) end += (packed[++at]?.length ?? viewSize) / viewSize;
		const n = page[at]?.n ?? null;
		if (n !== null && n !== numbers.at(-1)) numbers.push(n);
	}
	return numbers;
}

/** The files up to a number past the entries that are new; the next page is read while one is compared. */
async function sweepNear(
	list: SweptList,
	row: UploadListTable,
	until: number,
	index: ListIndex,
	work: Sweeping,
	signal: AbortSignal,
): Promise<void> {
	const newer = `${list.id} (newer)`;
	const size = await index.takeNewer(list.id, row.swept, newer);
	const { db } = work.store;
	const pageSize = Math.max(50, Math.min(mostFiles, Math.floor(comparisons / Math.max(1, size))));
	try {
		let page = size > 0 ? await viewsAfter(db, 0, pageSize) : [];
		while (page.length > 0 && !signal.aborted) {
			const last = page.at(-1)?.n ?? until;
			const [numbers, next] = await Promise.all([
				near(page, index, newer, list.threshold),
				breath().then(() => (last < until ? viewsAfter(db, last, pageSize) : [])),
			]);
			await record(await filesNumbered(db, numbers), list, row.swept, work);
			page = next;
		}
	} finally {
		if (!signal.aborted) await index.drop(newer);
	}
}

/** True where there was something new. */
export async function sweepList(list: SweptList, work: Sweeping, signal: AbortSignal): Promise<boolean> {
	const { store, indexes } = work;
	const row = await listRow(store.db, list.id);
	const index = indexes.get(list.class);
	if (!row || !index || row.swept >= row.logged) return false;
	await index.sync();
	let last = await newestNumber(store.db);
	await sweepExact(list, row, work, signal);
	await sweepNear(list, row, last, index, work, signal);
	// Files that came meanwhile were compared with it by themselves, but for what crossed this on another process.
	while (!signal.aborted && !(await keepSwept(store, list.id, row.logged, last))) {
		const files = await hashedAfter(store.db, last, 100);
		await record(files, list, row.swept, work);
		last = files.at(-1)?.n ?? last;
	}
	return true;
}
