/** Compares all files that have been hashed with what a list got since the last time. */
import type { ClosedClassId } from '../../domain/upload/classes.ts';
import type { Store } from '../store/open.ts';
import { hashedAfter } from '../store/upload-files.ts';
import { listRow, updateList } from '../store/upload-lists.ts';
import { recordHits, type Hit } from '../store/upload-matches.ts';
import type { ListConfig } from './config.ts';
import { hitsIn, type Matching } from './match.ts';

const pageSize = 200;

/** True where there was something new. Files that are hashed meanwhile are compared with all of it by themselves. */
export async function sweepList(
	list: ListConfig & { readonly class: ClosedClassId },
	work: Matching & { readonly store: Store; now(): number },
	signal: AbortSignal,
): Promise<boolean> {
	const { store, indexes, now } = work;
	const row = await listRow(store.db, list.id);
	const index = indexes.get(list.class);
	if (!row || !index || row.swept >= row.logged) return false;
	await index.sync();
	const newer = { name: `${list.id} (newer)`, after: row.swept };
	await index.takeNewer(list.id, row.swept, newer.name);
	try {
		for (let last = 0; !signal.aborted;) {
			const files = await hashedAfter(store.db, last, pageSize);
			for (const file of files) {
				const hits = await hitsIn(work, list.class, [list], file, newer);
				if (hits.length > 0) {
					const { wiki, sha1, title } = file;
					const own = hits.map((hit): Hit => ({ ...hit, class: list.class }));
					await store.tx((tx) => recordHits(tx, { wiki, sha1, title, tag: null, now: now() }, own));
				}
			}
			last = files.at(-1)?.n ?? Infinity;
			if (files.length < pageSize) break;
		}
		if (!signal.aborted) await updateList(store, list.id, { swept: row.logged });
	} finally {
		if (!signal.aborted) await index.drop(newer.name);
	}
	return true;
}
