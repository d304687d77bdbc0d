/** Stands in for the wiki and the backend of somebody who uploads: what each knows of a file, by its SHA-1. */
import type { Handlers, ReplyOf } from '../../../src/contract/port.ts';
import { done, failed } from '../../../src/contract/problem.ts';
import type { UploadVerbs } from '../../../src/contract/upload-verbs.ts';

interface Known {
	same?: ReplyOf<UploadVerbs, 'sameFiles'>;
	near?: ReplyOf<UploadVerbs, 'uploadDuplicates'>['near'];
	told?: ReplyOf<UploadVerbs, 'uploadWikiLists'>;
}

export interface AtUpload {
	/** Without it, nobody is signed in. */
	files?: Record<string, Known>;
}

export function uploadOf(wishes: () => AtUpload): Handlers<UploadVerbs> {
	const of = (sha1: string): Known => wishes().files?.[sha1] ?? {};
	return {
		sameFiles: ({ sha1 }) => done(of(sha1).same ?? { here: [], shared: [] }),
		uploadSubmit: () => (wishes().files ? done({}) : failed('not-signed-in')),
		uploadDuplicates: ({ hashes: { sha1 } }) => done({ exact: [], near: of(sha1).near ?? [] }),
		uploadWikiLists: ({ hashes: { sha1 } }) => done(of(sha1).told ?? { action: 'none', list: null }),
	};
}
