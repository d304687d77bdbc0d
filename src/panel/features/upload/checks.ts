/** What is known of each file that somebody chose in this page, as it comes to be known. */
import type { ReplyOf } from '../../../contract/port.ts';
import type { UploadVerbs } from '../../../contract/upload-verbs.ts';
import type { FileKind } from '../../workers/hash-head.ts';
import type { Unread } from '../../workers/hash-pixels.ts';

export interface FileCheck {
	readonly name: string;
	/** `failed`: it could not be read or hashed at all. */
	readonly state: 'waiting' | 'reading' | 'asking' | 'done' | 'failed';
	/** How much is read, 0 to 1. */
	readonly part: number;
	/** `unplayed`: a video that this browser could not show. */
	readonly unread: Unread | 'unplayed' | null;
	/** What it is, where its name says something else. */
	readonly really: FileKind | null;
	/** The very same bytes on the wiki, or on one whose files it uses. */
	readonly same: ReplyOf<UploadVerbs, 'sameFiles'>;
	/** Looks alike; how many of 256 bits differ. */
	readonly near: ReplyOf<UploadVerbs, 'uploadDuplicates'>['near'];
	/** What a list says that the wiki itself publishes. */
	readonly told: ReplyOf<UploadVerbs, 'uploadWikiLists'>;
	/** Whether somebody is signed in, so that the service could be asked. */
	readonly asked: boolean;
}

export interface FileChecks {
	all(): readonly FileCheck[];
	/** Adds one; the function changes it from then on. */
	add(name: string): (change: Partial<FileCheck>) => void;
	/** Until `signal` ends, after every change. */
	watch(listener: () => void, signal: AbortSignal): void;
}

/** Whether its uploader should hear of it. */
export const isWorthTelling = ({ same, near, told, unread, really, state }: FileCheck): boolean =>
	same.here.length + same.shared.length + near.length > 0 ||
	told.action !== 'none' ||
	(unread !== null && unread !== 'unknown-format') ||
	really !== null ||
	state === 'failed';

const fresh = (name: string): FileCheck => ({
	name,
	state: 'waiting',
	part: 0,
	unread: null,
	really: null,
	same: { here: [], shared: [] },
	near: [],
	told: { action: 'none', list: null },
	asked: false,
});

export function createChecks(): FileChecks {
	const checks: FileCheck[] = [];
	const listeners = new Set<() => void>();
	return {
		all: () => checks,
		add(name) {
			const at = checks.push(fresh(name)) - 1;
			return (change) => {
				checks[at] = { ...(checks[at] ?? fresh(name)), ...change };
				for (const listener of listeners) listener();
			};
		},
		watch(listener, signal) {
			listeners.add(listener);
			signal.addEventListener('abort', () => listeners.delete(listener));
		},
	};
}
