/** Asks another wiki, as nobody in particular, for files with these bytes. */
import type { KeeperServices } from '../keeper/services.ts';
import { done } from '../contract/problem.ts';
import { createWikiApi } from '../wiki/api.ts';
import { readFiles } from '../wiki/uploads.ts';

/** `origin=*` lets any page read the answer and takes no login; MediaWiki wants it in the address. */
export const sharedFiles: NonNullable<KeeperServices['sharedFiles']> = async (base, sha1, signal) => {
	const transport = createWikiApi({
		base,
		fetch: (url, init) => fetch(`${url}?origin=*`, init),
		credentials: 'omit',
		timeoutMs: 8000,
		signal,
	});
	const files = await readFiles(transport, { sha1 });
	return files.ok ? done(files.value.items.map(({ title }) => title)) : files;
};
