/** Verbs for somebody who is about to upload a file: is it there already, and what the service is told of it. */
import { done, type Outcome } from '../contract/problem.ts';
import type { Handlers, ReplyOf } from '../contract/port.ts';
import type { UploadVerbs } from '../contract/upload-verbs.ts';
import { readSharedRepos, type SharedRepo } from '../wiki/shared-repos.ts';
import { readFiles } from '../wiki/uploads.ts';
import type { Given } from './backend/call.ts';
import type { KeeperServices } from './services.ts';
import { callSignedIn } from './session/call.ts';
import { configOf } from './trust/history.ts';
import { wikiOf } from './wiki.ts';

type Same = ReplyOf<UploadVerbs, 'sameFiles'>;

async function inRepo(
	{ sharedFiles, signal }: KeeperServices,
	repo: SharedRepo,
	sha1: string,
): Promise<Same['shared']> {
	const found = await sharedFiles?.(repo.base, sha1, signal);
	return found?.ok && found.value.length > 0 ? [{ repository: repo.name, titles: [...found.value] }] : [];
}

/** A repository that does not answer keeps nobody from knowing the rest. */
async function sameFiles(services: KeeperServices, wiki: string, sha1: string): Promise<Outcome<Same>> {
	const transport = wikiOf(services, wiki);
	const [own, repos] = await Promise.all([readFiles(transport, { sha1 }), readSharedRepos(transport, wiki)]);
	if (!own.ok) return own;
	const shared = repos.ok ? await Promise.all(repos.value.map((repo) => inRepo(services, repo, sha1))) : [];
	return done({ here: own.value.items.map(({ title }) => title), shared: shared.flat() });
}

async function ofFile<N extends 'uploadSubmit' | 'uploadDuplicates' | 'uploadWikiLists'>(
	services: KeeperServices,
	name: N,
	{ wiki, hashes }: Parameters<Handlers<UploadVerbs>[N]>[0],
): ReturnType<typeof callSignedIn<N>> {
	const config = await configOf(services, wiki, 'upload');
	return config.ok ? callSignedIn(services, wiki, name, { body: hashes } as Given<N>) : config;
}

export function uploadVerbs(services: KeeperServices): Handlers<UploadVerbs> {
	return {
		async sameFiles({ wiki, sha1 }) {
			const config = await configOf(services, wiki, 'upload');
			return config.ok ? sameFiles(services, wiki, sha1) : config;
		},
		uploadSubmit: (file) => ofFile(services, 'uploadSubmit', file),
		uploadDuplicates: (file) => ofFile(services, 'uploadDuplicates', file),
		uploadWikiLists: (file) => ofFile(services, 'uploadWikiLists', file),
	};
}
