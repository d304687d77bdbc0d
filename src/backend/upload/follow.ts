/** Follows a wiki's log of uploads from a kept position, and walks once over the files that were there already. */
import { done, type Outcome } from '../../contract/problem.ts';
import { newestUpload, readFiles, readUploads, readVersions, type UploadEvent } from '../../wiki/uploads.ts';
import type { Store } from '../store/open.ts';
import { keepFiles, positionOf, type NewFile } from '../store/upload-files.ts';
import type { TagOf } from './tags.ts';
import type { FollowedWiki } from './wikis.ts';

/** Entries may come into the log behind newer ones; asked again, what is known is passed over (ms). */
const overlap = 10 * 60 * 1000;

export interface Following {
	readonly store: Store;
	readonly tagOf: TagOf;
	now(): number;
}

/** The file of an entry; where an old entry does not say which bytes, those of now. Null where it is gone. */
async function fileOf(wiki: FollowedWiki, event: UploadEvent, tagOf: TagOf): Promise<Outcome<NewFile | null>> {
	const sha1 = event.sha1 ?? undefined;
	const found = sha1 === undefined ? await readVersions(wiki.transport, event.title) : done([{ sha1 }]);
	if (!found.ok) return found;
	const [first] = found.value;
	if (!first) return done(null);
	const tag = event.user === null ? '' : tagOf(wiki.base, event.user, first.sha1);
	return done({ wiki: wiki.base, title: event.title, sha1: first.sha1, tag, urgent: true, at: Date.parse(event.at) });
}

/** Reads the log from the kept position to its end; answers how many entries there were. Nothing is passed over by a problem. */
export async function followLog(wiki: FollowedWiki, { store, tagOf, now }: Following): Promise<Outcome<number>> {
	const kept = await positionOf(store.db, wiki.base, 'log');
	if (kept === null) {
		const newest = await newestUpload(wiki.transport);
		if (!newest.ok) return newest;
		const position = newest.value ?? new Date(0).toISOString();
		await keepFiles(store, [], { wiki: wiki.base, pass: 'log', position, now: now() });
		return done(0);
	}
	const from = new Date(Math.max(0, Date.parse(kept) - overlap)).toISOString();
	let [seen, position] = [0, kept];
	for (let next: Readonly<Record<string, string>> | null = null; ;) {
		const page = await readUploads(wiki.transport, from, next);
		if (!page.ok) return page;
		const files: NewFile[] = [];
		for (const event of page.value.items) {
			const file = await fileOf(wiki, event, tagOf);
			if (!file.ok) return file;
			if (file.value) files.push(file.value);
			if (event.at > position) position = event.at;
		}
		seen += page.value.items.length;
		await keepFiles(store, files, { wiki: wiki.base, pass: 'log', position, now: now() });
		next = page.value.next;
		if (next === null) return done(seen);
	}
}

const over = 'over';

/** One page of the files that were there already; false once all are known. */
export async function walkExisting(wiki: FollowedWiki, { store, now }: Following): Promise<Outcome<boolean>> {
	const kept = await positionOf(store.db, wiki.base, 'all');
	if (kept === over) return done(false);
	const next = kept === null ? null : (JSON.parse(kept) as Record<string, string>);
	const page = await readFiles(wiki.transport, { next });
	if (!page.ok) return page;
	const files = page.value.items.map(({ title, sha1 }) => ({
		wiki: wiki.base,
		title,
		sha1,
		tag: '',
		urgent: false,
		at: 0,
	}));
	const position = page.value.next === null ? over : JSON.stringify(page.value.next);
	await keepFiles(store, files, { wiki: wiki.base, pass: 'all', position, now: now() });
	return done(position !== over);
}
