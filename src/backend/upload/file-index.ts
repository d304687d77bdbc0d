/** All files that were hashed here, by how they look: for uploaders who bring what is there already. */
import { setTimeout } from 'node:timers/promises';
import { unpackViews } from '../../contract/upload-views.ts';
import type { Store } from '../store/open.ts';
import { filesNumbered, viewsAfter } from '../store/upload-files.ts';
import type { IndexTables } from './index-tables.ts';
import { startThread, type Thread } from './thread.ts';

const pageSize = 2_000;
const alike = 31;
const most = 10;

export interface FileIndex {
	/**
	 * The nearest files of a wiki, one a title. None where it would take longer than `patience` (ms) to read in the files
	 * that came since the last question: who uploads does not wait for that.
	 */
	near(
		wiki: string,
		hashes: Uint8Array,
		patience?: number,
	): Promise<{ title: string; sha1: string; distance: number }[]>;
	stop(): Promise<void>;
}

export function openFileIndex(store: Pick<Store, 'db'>): FileIndex {
	let thread: Thread<IndexTables> | null = null;
	let last = 0;
	let syncing: Promise<void> = Promise.resolve();

	async function start(): Promise<Thread<IndexTables>> {
		if (thread) return thread;
		const made = startThread<IndexTables>(new URL('./index.worker.ts', import.meta.url));
		[thread, last] = [made, 0];
		void made.ended.then(() => (thread = thread === made ? null : thread));
		return made;
	}

	/** Only as it lies: the uploader's picture comes in all its turns. */
	async function sync(): Promise<void> {
		const own = await start();
		for (;;) {
			const files = await viewsAfter(store.db, last, pageSize);
			const byWiki = new Map<string, { names: number[]; hashes: Uint8Array[] }>();
			for (const { wiki, n, views } of files) {
				const { ids, hashes } = unpackViews(views ?? new Uint8Array());
				const table = byWiki.get(wiki) ?? { names: [], hashes: [] };
				byWiki.set(wiki, table);
				ids.forEach((id, at) => {
					if (!id.endsWith('/original')) return;
					table.names.push(n ?? 0);
					table.hashes.push(hashes.subarray(at * 32, at * 32 + 32));
				});
			}
			for (const [wiki, { names, hashes }] of byWiki) {
				if (names.length > 0) await own.call('add', [wiki, Float64Array.from(names), Buffer.concat(hashes)]);
			}
			last = files.at(-1)?.n ?? last;
			if (files.length < pageSize) return;
		}
	}

	return {
		async near(wiki, hashes, patience = 5_000) {
			syncing = syncing.catch(() => undefined).then(sync);
			const isRead = await Promise.race([syncing.then(() => true), setTimeout(patience, false, { ref: false })]);
			if (!isRead) return [];
			const found = await (await start()).call('search', [hashes, [[wiki, alike]]]);
			const nearest = found.slice(0, most);
			const files = await filesNumbered(
				store.db,
				nearest.map(({ n }) => n),
			);
			return nearest.flatMap(({ n, distance }) =>
				files.filter((file) => file.n === n).map(({ title, sha1 }) => ({ title, sha1, distance })),
			);
		},
		async stop() {
			await thread?.stop();
		},
	};
}
