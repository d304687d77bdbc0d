/** An attachment out of bytes: named for people, hashed. */
import { attachmentTypes, type Attachment } from '../../contract/attachment.ts';
import { sha256, toBase64, toHex } from '../../contract/bytes.ts';
import { plainLine } from './plain-line.ts';

const partsOf = async (name: string, bytes: Uint8Array<ArrayBuffer>) => ({
	name: plainLine(name) || '–',
	bytes: toBase64(bytes),
	sha256: toHex(await sha256(bytes)),
});

export async function imageAttachment(name: string, picture: Blob): Promise<Attachment> {
	const type = attachmentTypes.image.find((one) => one === picture.type) ?? 'image/png';
	return { origin: 'image', type, ...(await partsOf(name, new Uint8Array(await picture.arrayBuffer()))) };
}

export async function emailAttachment(name: string, text: string): Promise<Attachment> {
	return { origin: 'email', type: 'text/plain', ...(await partsOf(name, new TextEncoder().encode(text))) };
}

/** undefined for what is no link: only http and https are, without a password in them. */
export async function linkAttachment(typed: string): Promise<Attachment | undefined> {
	const text = typed.trim();
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.href.length > 2000)
		return undefined;
	return {
		origin: 'link',
		type: 'text/uri-list',
		...(await partsOf(url.hostname, new TextEncoder().encode(url.href))),
	};
}
