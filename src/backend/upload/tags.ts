/** Who uploads what, as something that can be compared and says nothing: an HMAC under a secret of this service. */
import { createHash, createHmac } from 'node:crypto';
import { canonicalName } from '../../domain/people/names.ts';
import type { ReceiptSigner } from '../receipts.ts';

export type TagOf = (wiki: string, user: string, sha1: string) => string;

/** The secret is made from the receipt key: its signature over this text is given to nobody, and is always the same. */
export function openTags(receipts: ReceiptSigner): TagOf {
	const secret = createHash('sha256').update(receipts.signText('wikihaven-upload-tags-v1')).digest();
	return (wiki, user, sha1) =>
		createHmac('sha256', secret)
			.update([wiki, canonicalName(user), sha1].join('\n'))
			.digest('base64url');
}
