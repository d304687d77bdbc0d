/** Starts hash checking with the service, where the configuration switches it on: lists, the operator's door, jobs. */
import { mkdirSync } from 'node:fs';
import type { BackendConfig } from '../config.ts';
import { keepListsFresh } from '../jobs/upload-lists.ts';
import { checkingOf } from './config.ts';
import { controlSocket, openControl } from './control.ts';
import type { Hasher } from './hasher.ts';
import { openVersion } from './lists/open-version.ts';
import { listStatus } from './status.ts';
import { openUpload, type Upload, type UploadNeeds } from './upload.ts';
import { followedWikis } from './wikis.ts';

interface Started {
	readonly service: Upload;
	stop(): Promise<void>;
}

interface Needs extends Omit<UploadNeeds, 'wikis' | 'hasher'> {
	readonly config: BackendConfig;
	readonly version: string;
	/** Starts what hashes stored files; the entry point's own. */
	readonly startHasher: (() => Hasher) | undefined;
}

/** Null while it is off. Throws where it is on and nothing is there to hash files with. */
export async function startUpload({ config, version, startHasher, ...needs }: Needs): Promise<Started | null> {
	const checking = checkingOf(config.upload);
	if (!checking) return null;
	if (!startHasher) throw new Error('hash checking is configured, and there is no hasher');
	const ending = new AbortController();
	const wikis = followedWikis(config.wikis, version, ending.signal);
	const service = openUpload(checking, { ...needs, wikis, hasher: startHasher() });
	await service.lists.settle();
	mkdirSync(config.keyFolder, { recursive: true, mode: 0o700 });
	const control = await openControl(controlSocket(config.keyFolder), {
		lists: service.lists,
		status: () => listStatus(needs.store.db, checking),
		open: (list, version) => openVersion(needs.store, list, version),
	});
	keepListsFresh(service, needs, ending.signal);
	return {
		service,
		async stop() {
			ending.abort();
			await control?.stop();
			await service.stop();
		},
	};
}
