/**
 * A picture file without what would make a browser show other dots than those stored: EXIF orientation and colour profiles
 * (the policy of engines/pdq/pixels.ts). Told to leave them out, browsers differ in what they do.
 */
import type { FileKind } from './hash-head.ts';

/** JPEG: APP1 (EXIF) and APP2 (ICC) become comments, in their place. Marker segments: ITU T.81, B.1.1.4. */
function stripJpeg(bytes: Uint8Array): void {
	for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff;) {
		const marker = bytes[at + 1] ?? 0;
		if (marker === 0xda || marker === 0xd9) return;
		if (marker === 0xe1 || marker === 0xe2) bytes[at + 1] = 0xfe;
		at += marker === 0xff ? 1 : 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
	}
}

const unwanted = new Set(['eXIf', 'iCCP', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'acTL']);

/** PNG: the parts of the file that stay, without copying the others. */
function stripPng(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts = [bytes.subarray(0, 8)];
	for (let at = 8; at + 12 <= bytes.length;) {
		const end = at + 12 + view.getUint32(at);
		const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
		if (!unwanted.has(name)) parts.push(bytes.subarray(at, end));
		at = end;
	}
	return parts;
}

/** WebP: the chunks of profile and EXIF get a name that nobody knows (RFC 9649, section 2.7). */
function stripWebp(bytes: Uint8Array): void {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 12; at + 8 <= bytes.length;) {
		const name = view.getUint32(at);
		if (name === 0x49434350 || name === 0x45584946) view.setUint32(at, 0x4e4f4e45);
		if (name === 0x56503858) bytes[at + 8] = (bytes[at + 8] ?? 0) & ~0x28;
		const length = view.getUint32(at + 4, true);
		at += 8 + length + (length & 1);
	}
}

/** `bytes` are used up: they may be changed in their place. */
export function plainFile(bytes: Uint8Array<ArrayBuffer>, kind: FileKind): Blob {
	if (kind === 'png') return new Blob(stripPng(bytes), { type: 'image/png' });
	if (kind === 'jpeg') stripJpeg(bytes);
	if (kind === 'webp') stripWebp(bytes);
	return new Blob([bytes], { type: `image/${kind}` });
}
