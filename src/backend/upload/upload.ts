/** Hash checking as a whole: what the routes and jobs work with; not there while it is off. */
import { classIds, type ClassId } from '../../domain/upload/classes.ts';
import { startUploadJobs, type UploadJobs } from '../jobs/upload-files.ts';
import type { Log } from '../log.ts';
import type { ReceiptSigner } from '../receipts.ts';
import type { Store } from '../store/open.ts';
import type { Checking } from './config.ts';
import { openFileIndex, type FileIndex } from './file-index.ts';
import type { Hasher } from './hasher.ts';
import { openListIndex, type ListIndex } from './index-thread.ts';
import { openLists, type Lists } from './lists/lists.ts';
import type { Patience } from './lists/source.ts';
import { openSessionRate } from './session-rate.ts';
import { openTags, type TagOf } from './tags.ts';
import type { FollowedWiki } from './wikis.ts';

export interface Upload {
	readonly checking: Checking;
	readonly lists: Lists;
	/** One for each class that has lists. */
	readonly indexes: ReadonlyMap<ClassId, ListIndex>;
	readonly files: FileIndex;
	readonly wikis: readonly FollowedWiki[];
	readonly tagOf: TagOf;
	/** How often one session may ask; null when it may, else the seconds to wait. */
	take(session: string): Promise<number | null>;
	/** Takes into the indexes what has been logged. */
	sync(): Promise<void>;
	/** Compares what was kept of a submission under this tag, in a while. */
	submitted(tag: string): void;
	stop(): Promise<void>;
}

export interface UploadNeeds {
	readonly store: Store;
	readonly receipts: ReceiptSigner;
	readonly log: Log;
	now(): number;
	/** Wikis that are followed, and what hashes their files. */
	readonly wikis: readonly FollowedWiki[];
	readonly hasher: Hasher;
	readonly patience?: Patience;
}

/** How often other processes' changes are looked for, ms: additions are found within a second. */
const every = 500;

/**
 * Longest wait before a submission is compared, ms: by chance, so that who times the next answer learns nothing of the work that
 * a match makes.
 */
const jitter = 1_500;

export function openUpload(checking: Checking, needs: UploadNeeds): Upload {
	const { store, log, receipts, wikis, hasher, now } = needs;
	const ending = new AbortController();
	const indexes = new Map<ClassId, ListIndex>();
	for (const id of classIds) {
		const own = checking.lists.filter((list) => list.class === id).map((list) => list.id);
		if (own.length > 0) indexes.set(id, openListIndex(store, own));
	}
	const files = openFileIndex(store);
	const tagOf = openTags(receipts);
	const matching = { store, lists: checking.lists, indexes };
	const jobs: UploadJobs = startUploadJobs({ ...matching, checking, wikis, hasher, tagOf, log, now }, ending.signal);
	const sync = async (): Promise<void> => {
		await Promise.all([...indexes.values()].map((index) => index.sync()));
	};
	const trouble = (error: unknown): void => {
		if (!ending.signal.aborted) log.error('the hash index fell behind', error);
	};
	const catchUp = (): void => void sync().catch(trouble);
	const changed = (): void => {
		catchUp();
		jobs.listChanged();
	};
	const lists = openLists(checking.lists, { ...needs, signal: ending.signal, changed }, needs.patience);
	const timer = setInterval(catchUp, every);
	timer.unref();
	return {
		checking,
		lists,
		indexes,
		files,
		wikis,
		tagOf,
		take: openSessionRate(),
		sync,
		submitted(tag) {
			const timer = setTimeout(() => void jobs.submitted(tag).catch(trouble), Math.random() * jitter);
			timer.unref();
		},
		async stop() {
			ending.abort();
			clearInterval(timer);
			await Promise.all([files, ...indexes.values(), hasher].map((one) => one.stop()));
			await jobs.ended;
		},
	};
}
