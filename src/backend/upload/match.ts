/** What of the lists a file's hashes come near: PDQ by the index of each class, the exact ones by the store. */
import { unpackViews } from '../../contract/upload-views.ts';
import { isClosed, type ClassId, type ClosedClassId } from '../../domain/upload/classes.ts';
import type { HashKind } from '../../domain/upload/kinds.ts';
import type { Store } from '../store/open.ts';
import type { Hit } from '../store/upload-matches.ts';
import type { ListConfig } from './config.ts';
import type { ListIndex } from './index-thread.ts';

export interface FileHashes {
	/** MediaWiki's base 36. */
	readonly sha1: string;
	readonly md5: Uint8Array | null;
	readonly sha256: Uint8Array | null;
	/** Packed. */
	readonly views: Uint8Array | null;
}

export interface Matching {
	readonly store: Pick<Store, 'db'>;
	readonly lists: readonly ListConfig[];
	readonly indexes: ReadonlyMap<ClassId, ListIndex>;
}

type AnyHit = Omit<Hit, 'class'> & { readonly class: ClassId };

export const sha1Bytes = (base36: string): Uint8Array => {
	const digits = [...base36].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
	return Buffer.from(digits.toString(16).padStart(40, '0').slice(-40), 'hex');
};

async function exactHits({ store }: Matching, lists: readonly ListConfig[], file: FileHashes, after: number) {
	const values: [HashKind, Uint8Array | null][] = [
		['sha1', sha1Bytes(file.sha1)],
		['md5', file.md5],
		['sha256', file.sha256],
	];
	const hits: AnyHit[] = [];
	for (const [kind, value] of values) {
		if (value === null || value.length === 0) continue;
		const rows = await store.db
			.selectFrom('upload_entry')
			.innerJoin('upload_list', 'upload_list.id', 'upload_entry.list')
			.select(['upload_entry.list', 'upload_entry.n'])
			.where('kind', '=', kind)
			.where('value', '=', value)
			.where(
				'upload_entry.list',
				'in',
				lists.map((list) => list.id),
			)
			.where('junk', 'is', null)
			.where('removed', 'is', null)
			.where('n', '>', after)
			// What is not in the public log yet is not matched.
			.whereRef('n', '<=', 'upload_list.logged')
			.execute();
		for (const { list, n } of rows) {
			const own = lists.find((one) => one.id === list);
			if (own) hits.push({ class: own.class, list, n, kind, distance: 0, view: 'file' });
		}
	}
	return hits;
}

/** Hits of a file in these lists, of entries with a stamp above `after`. */
export async function hitsIn(
	matching: Matching,
	id: ClassId,
	lists: readonly ListConfig[],
	file: FileHashes,
	after = 0,
): Promise<AnyHit[]> {
	const index = matching.indexes.get(id);
	if (!index || lists.length === 0) return [];
	const hits = await exactHits(matching, lists, file, after);
	const views = unpackViews(file.views ?? new Uint8Array());
	if (views.ids.length === 0) return hits;
	const reach = lists.map((list) => [list.id, list.threshold] as const);
	for (const { list, n, distance, view } of await index.search(views.hashes, reach)) {
		if (n > after) hits.push({ class: id, list, n, kind: 'pdq', distance, view: views.ids[view] ?? '' });
	}
	return hits;
}

/** Hits in every list that is closed. */
export async function closedHits(matching: Matching, file: FileHashes): Promise<Hit[]> {
	const all: Hit[] = [];
	for (const id of matching.indexes.keys()) {
		if (!isClosed(id)) continue;
		const hits = await hitsIn(
			matching,
			id,
			matching.lists.filter((list) => list.class === id),
			file,
		);
		all.push(...hits.map((hit) => ({ ...hit, class: hit.class as ClosedClassId })));
	}
	return all;
}
