/** Evidence from outside the wiki, as it is sealed inside a report: a picture, the text of an e-mail, a link. */
import * as v from 'valibot';
import { Base64, Sha256 } from './primitives.ts';

/** Which content each kind of origin may have: nothing that a handler's browser would run or fetch. */
export const attachmentTypes = {
	image: ['image/png', 'image/jpeg'],
	email: ['text/plain'],
	link: ['text/uri-list'],
} as const;

const common = {
	/** As a person knows it: a file's name, a subject, an address. */
	name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
	/** At most 6 MB. */
	bytes: v.pipe(Base64, v.maxLength(8_000_000)),
	/** Over the bytes. */
	sha256: Sha256,
};

export const AttachmentSchema = v.variant('origin', [
	v.object({ origin: v.literal('image'), type: v.picklist(attachmentTypes.image), ...common }),
	v.object({ origin: v.literal('email'), type: v.picklist(attachmentTypes.email), ...common }),
	v.object({ origin: v.literal('link'), type: v.picklist(attachmentTypes.link), ...common }),
]);
export type Attachment = v.InferOutput<typeof AttachmentSchema>;

export const mostPieces = 50;
export const mostAttachments = 20;
