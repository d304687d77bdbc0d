/** One stored file: fetched, hashed here, compared, and only then done with. */
import { packViews } from '../../contract/upload-views.ts';
import type { Store } from '../store/open.ts';
import { changeFile, fileHashed, sameBytes } from '../store/upload-files.ts';
import { stateOfLists } from '../store/upload-lists.ts';
import { dropHints, recordHits } from '../store/upload-matches.ts';
import { submissionUsed } from '../store/upload-submissions.ts';
import type { UploadFileTable } from '../store/upload-tables.ts';
import type { Hasher } from './hasher.ts';
import { closedHits, type FileHashes, type Matching } from './match.ts';
import { renderedViews } from './rendered.ts';
import { mostBytes, type FollowedWiki } from './wikis.ts';

export interface FileWork extends Matching {
	readonly store: Store;
	readonly hasher: Hasher;
	readonly wikis: readonly FollowedWiki[];
	now(): number;
}

/** Tries until a file counts as unreadable; the last is about two days after the first. */
const mostTries = 20;
const fewTries = 4;
const longestWait = 3 * 60 * 60 * 1000;
/** A file that is gone is looked for once a day: a deletion may be undone. */
const day = 24 * 60 * 60 * 1000;

type Fetched = FileHashes | 'later' | 'gone';

async function fetchAndHash(file: UploadFileTable, { store, wikis, hasher }: FileWork): Promise<Fetched> {
	const known = await sameBytes(store.db, file.wiki, file.sha1);
	if (known) return known;
	const wiki = wikis.find((one) => one.base === file.wiki);
	if (!wiki) return 'gone';
	const found = await wiki.find(file.title, file.sha1);
	if (!found.ok) return 'later';
	if (found.value === null) return 'gone';
	const stored = found.value;
	/** Tried a few times: a rendering may fail for good, and the exact hashes should not wait for ever. */
	const rendered = async (): Promise<Uint8Array | null> => {
		const views = await renderedViews(wiki, stored, hasher);
		return views === null && file.tries < fewTries ? null : packViews(views ?? []);
	};
	if (stored.size > mostBytes) {
		const views = await rendered();
		return views ? { sha1: file.sha1, md5: null, sha256: null, views } : 'later';
	}
	const bytes = await wiki.bytes(stored);
	if (bytes === null) return 'later';
	const hashed = await hasher.hash(bytes);
	// Half a file, or another version than the wiki's database says.
	if (hashed.sha1 !== file.sha1) return 'later';
	const views = hashed.isPicture ? packViews(hashed.views) : await rendered();
	if (!views) return 'later';
	const [md5, sha256] = [Buffer.from(hashed.md5, 'hex'), Buffer.from(hashed.sha256, 'hex')];
	return { sha1: hashed.sha1, md5, sha256, views };
}

/** Works on one waiting file; rejects only where the store fails. */
export async function workOnFile(file: UploadFileTable, work: FileWork): Promise<void> {
	const { store, now } = work;
	const fetched = await fetchAndHash(file, work);
	if (typeof fetched === 'string') {
		const tries = file.tries + 1;
		const state = fetched === 'gone' ? 'gone' : tries >= mostTries ? 'unreadable' : 'waiting';
		const wait = fetched === 'gone' ? day : Math.min(longestWait, 5_000 * 2 ** file.tries);
		const due = tries >= mostTries ? Number.MAX_SAFE_INTEGER : now() + wait;
		await store.tx((tx) => changeFile(tx, file, { state, tries, due }));
		return;
	}
	const matched = { wiki: file.wiki, sha1: file.sha1, title: file.title, tag: null, now: now() };
	const { views, md5, sha256 } = fetched;
	for (let isDone = false; !isDone;) {
		const lists = await stateOfLists(store.db);
		await Promise.all([...work.indexes.values()].map((index) => index.sync()));
		const hits = await closedHits(work, fetched);
		isDone = await store.tx(async (tx) => {
			// A list that has got more since: who compares that with all stored files may not have met this one.
			if ((await stateOfLists(tx)) !== lists) return false;
			await dropHints(tx, matched, hits);
			await recordHits(tx, matched, hits);
			if (file.tag !== '') await submissionUsed(tx, file.tag);
			await fileHashed(tx, file, { views, md5, sha256 });
			return true;
		});
	}
}
