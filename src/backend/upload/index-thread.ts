/** One class's lists in a thread of their own, kept as the store has them, and made anew where the thread ends. */
import type { Store } from '../store/open.ts';
import { changesOf, type StampedChange } from '../store/upload-changes.ts';
import { listRows } from '../store/upload-lists.ts';
import type { IndexTables, Near } from './index-tables.ts';
import { startThread, type Thread } from './thread.ts';

const pageSize = 10_000;

export interface ListIndex {
	/** Takes in what has been logged since; then it is found. */
	sync(): Promise<void>;
	/** Entries of these lists near any of the hashes (32 bytes each). */
	search(hashes: Uint8Array, reach: readonly (readonly [list: string, radius: number])[]): Promise<Near[]>;
	/** Makes a list of what a list got after a stamp, under another name; answers how much that is. */
	takeNewer(list: string, after: number, into: string): Promise<number>;
	/** Which of many packed views come near any entry of such a list: their places among them. */
	sift(list: string, radius: number, packed: Uint8Array): Promise<number[]>;
	drop(list: string): Promise<void>;
	/** Hashes of a list in the index. */
	size(list: string): Promise<number>;
	stop(): Promise<void>;
}

const isMatched = ({ entry }: StampedChange): boolean => entry.kind === 'pdq' && entry.junk === null;

function packed(changes: readonly StampedChange[]): [names: Float64Array, hashes: Uint8Array] {
	const hashes = new Uint8Array(changes.length * 32);
	changes.forEach(({ entry }, at) => hashes.set(entry.value, at * 32));
	return [Float64Array.from(changes, ({ entry }) => entry.n), hashes];
}

/** `lists`: ids of the class's lists. */
export function openListIndex(store: Pick<Store, 'db'>, lists: readonly string[]): ListIndex {
	const start = (): Thread<IndexTables> => startThread(new URL('./index.worker.ts', import.meta.url));
	let thread = start();
	let taken = new Map<string, number>();
	let isStopped = false;
	let last: Promise<void> = Promise.resolve();
	let filled: Promise<void> | null = null;
	async function watch(): Promise<void> {
		await thread.ended;
		if (isStopped) return;
		taken = new Map();
		filled = null;
		thread = start();
		void watch();
	}
	void watch();

	async function take(list: string, until: number): Promise<void> {
		for (let at = taken.get(list) ?? 0; at < until;) {
			const page = await changesOf(store.db, list, at, until, pageSize);
			const changes = page.changes.filter(isMatched);
			// What has been withdrawn since is never put in.
			const added = changes.filter(({ op, entry }) => op === 'add' && entry.removed === null);
			const removed = changes.filter(({ op }) => op === 'remove');
			if (added.length > 0) await thread.call('add', [list, ...packed(added)]);
			if (removed.length > 0) await thread.call('remove', [list, ...packed(removed)]);
			taken.set(list, (at = page.last));
			// A long list must not keep requests waiting while it is read.
			await new Promise((next) => setImmediate(next));
		}
	}

	async function syncAll(): Promise<void> {
		const rows = await listRows(store.db);
		for (const row of rows) if (lists.includes(row.id)) await take(row.id, row.logged);
	}

	function sync(): Promise<void> {
		// One after another: two at a time would put the same hashes in twice.
		last = last.catch(() => undefined).then(syncAll);
		return last;
	}

	/** A thread that has just started knows nothing: a file compared with that would count as checked. */
	async function whenFilled(): Promise<void> {
		filled ??= sync();
		try {
			await filled;
		} catch (error) {
			filled = null;
			throw error;
		}
	}

	return {
		sync,
		async search(hashes, reach) {
			await whenFilled();
			return thread.call('search', [hashes, reach]);
		},
		async takeNewer(list, after, into) {
			await whenFilled();
			return thread.call('takeNewer', [list, after, into]);
		},
		sift: (list, radius, packed) => thread.call('sift', [list, radius, packed]),
		drop: (list) => thread.call('drop', [list]),
		size: (list) => thread.call('size', [list]),
		stop() {
			isStopped = true;
			return thread.stop();
		},
	};
}
