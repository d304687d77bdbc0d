/** What the panel asks of the keeper for somebody who is about to upload a file. */
import * as v from 'valibot';
import type { Verbs } from './port.ts';
import { Title, WikiBase } from './primitives.ts';
import { uploadRoutes } from './upload-routes.ts';
import { FileHashesSchema, Sha1Base36 } from './upload.ts';

const OfFile = v.object({ wiki: WikiBase, hashes: FileHashesSchema });

export const SameFilesSchema = v.object({
	/** On the wiki itself. */
	here: v.array(Title),
	/** In repositories that the wiki says it uses, such as Wikimedia Commons. */
	shared: v.array(v.object({ repository: v.string(), titles: v.array(Title) })),
});

export const uploadVerbs = {
	/** Files with the very same bytes, asked of the wikis themselves: the service hears nothing of it. */
	sameFiles: { args: v.object({ wiki: WikiBase, sha1: Sha1Base36 }), answer: SameFilesSchema },
	/** These need somebody who is signed in; nobody else's hashes leave the device. */
	uploadSubmit: { args: OfFile, answer: uploadRoutes.uploadSubmit.answer },
	uploadDuplicates: { args: OfFile, answer: uploadRoutes.uploadDuplicates.answer },
	uploadWikiLists: { args: OfFile, answer: uploadRoutes.uploadWikiLists.answer },
} as const satisfies Verbs;
export type UploadVerbs = typeof uploadVerbs;
