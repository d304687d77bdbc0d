/** A file is preserved before anything else comes of its match: its bytes sealed to the staff key, readable by nobody here. */
import { createHash } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { done, failed, type Outcome } from '../../../contract/problem.ts';
import { base36 } from '../../../wiki/uploads.ts';
import type { FollowedWiki } from '../wikis.ts';

export interface StoredFile {
	readonly bytes: Uint8Array;
	/** As the wiki names it now, and who uploaded this version, where it says. */
	readonly title: string;
	readonly user: string | null;
}

const sha1Of = (bytes: Uint8Array): string => base36(createHash('sha1').update(bytes).digest('hex'));

export const isFile = (bytes: Uint8Array, sha1: string): boolean => sha1Of(bytes) === sha1;

/** The very bytes that were matched, from the wiki: `not-found` where it has them no longer. */
export async function storedFile(
	wikis: readonly FollowedWiki[],
	file: { readonly wiki: string; readonly title: string; readonly sha1: string },
): Promise<Outcome<StoredFile>> {
	const wiki = wikis.find((one) => one.base === file.wiki);
	if (!wiki) return failed('config-missing');
	const found = await wiki.find(file.title, file.sha1);
	if (!found.ok) return failed('wiki-unreachable');
	if (!found.value) return failed('not-found');
	const bytes = await wiki.bytes(found.value);
	if (!bytes || !isFile(bytes, file.sha1)) return failed('wiki-unreachable');
	return done({ bytes, title: found.value.title, user: found.value.user });
}

export async function seal(bytes: Uint8Array, recipients: readonly string[]) {
	const encrypter = new Encrypter();
	for (const recipient of recipients) encrypter.addRecipient(recipient);
	const sealed = await encrypter.encrypt(bytes);
	return { sealed, sha256: createHash('sha256').update(bytes).digest('hex') };
}
