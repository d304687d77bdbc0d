/** Hash checking as a whole: what the routes and jobs work with; not there while it is off. */
import { closedClassIds, type ClassId } from '../../domain/upload/classes.ts';
import type { Log } from '../log.ts';
import type { ReceiptSigner } from '../receipts.ts';
import type { Store } from '../store/open.ts';
import type { Checking } from './config.ts';
import { openListIndex, type ListIndex } from './index-thread.ts';
import { openLists, type Lists } from './lists/lists.ts';
import type { Patience } from './lists/source.ts';

export interface Upload {
	readonly checking: Checking;
	readonly lists: Lists;
	/** One for each class that has lists. */
	readonly indexes: ReadonlyMap<ClassId, ListIndex>;
	/** Takes into the indexes what has been logged. */
	sync(): Promise<void>;
	stop(): Promise<void>;
}

export interface UploadNeeds {
	readonly store: Store;
	readonly receipts: ReceiptSigner;
	readonly log: Log;
	now(): number;
	readonly patience?: Patience;
}

/** How often other processes' changes are looked for, ms: additions are found within a second. */
const every = 500;

export function openUpload(checking: Checking, needs: UploadNeeds): Upload {
	const { store, log } = needs;
	const ending = new AbortController();
	const indexes = new Map<ClassId, ListIndex>();
	for (const id of [...closedClassIds, 'wiki'] as const) {
		const lists = checking.lists.filter((list) => list.class === id).map((list) => list.id);
		if (lists.length > 0) indexes.set(id, openListIndex(store, lists));
	}
	const sync = async (): Promise<void> => {
		await Promise.all([...indexes.values()].map((index) => index.sync()));
	};
	const trouble = (error: unknown): void => {
		if (!ending.signal.aborted) log.error('the hash index fell behind', error);
	};
	const changed = (): void => void sync().catch(trouble);
	const lists = openLists(checking.lists, { ...needs, signal: ending.signal, changed }, needs.patience);
	const timer = setInterval(changed, every);
	timer.unref();
	return {
		checking,
		lists,
		indexes,
		sync,
		async stop() {
			ending.abort();
			clearInterval(timer);
			await Promise.all([...indexes.values()].map((index) => index.stop()));
		},
	};
}
