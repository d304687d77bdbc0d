/** Starts hash checking with the service, where the configuration switches it on: lists, the operator's door, jobs. */
import { mkdirSync } from 'node:fs';
import type { BackendConfig } from '../config.ts';
import { checkingOf } from './config.ts';
import { controlSocket, openControl } from './control.ts';
import { listStatus } from './status.ts';
import { keepListsFresh } from '../jobs/upload-lists.ts';
import { openUpload, type Upload, type UploadNeeds } from './upload.ts';

interface Started {
	readonly service: Upload;
	stop(): Promise<void>;
}

export async function startUpload({
	config,
	...needs
}: UploadNeeds & { readonly config: BackendConfig }): Promise<Started | null> {
	const checking = checkingOf(config.upload);
	if (!checking) return null;
	const service = openUpload(checking, needs);
	await service.lists.settle();
	mkdirSync(config.keyFolder, { recursive: true, mode: 0o700 });
	const control = await openControl(controlSocket(config.keyFolder), {
		lists: service.lists,
		status: () => listStatus(needs.store.db, checking),
	});
	const ending = new AbortController();
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
