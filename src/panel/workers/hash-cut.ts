/**
 * Whether a picture file ends before its picture does. Chromium decodes none of those and Firefox shows the rest as empty, so
 * that the same file would be told as broken here and as whole there.
 */

const nameOf = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** No IEND before the end (W3C PNG, third edition, 5.6). Its checksum may be missing: no decoder asks for it. */
function isPngCut(bytes: Uint8Array, view: DataView): boolean {
	for (let at = 8; at + 8 <= bytes.length; at += 12 + view.getUint32(at)) {
		if (nameOf(bytes, at + 4) === 'IEND') return false;
	}
	return true;
}

/** No EOI after the first scan began (ITU T.81, B.1.1.3): in its data 0xff is followed by 0 or by a restart. */
function isJpegCut(bytes: Uint8Array, view: DataView): boolean {
	let at = 2;
	while (at + 4 <= bytes.length && bytes[at + 1] !== 0xda) {
		const marker = bytes[at + 1] ?? 0;
		// Bytes between segments are skipped, as the decoders do.
		const bare = bytes[at] !== 0xff || marker < 2 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd9);
		at += bare ? 1 : 2 + view.getUint16(at + 2);
	}
	for (at = bytes.indexOf(0xff, at); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		if (bytes[at + 1] === 0xd9) return false;
	}
	return true;
}

/** Of a whole file that begins as `kind` does. */
export function isCutOff(bytes: Uint8Array, kind: 'png' | 'jpeg'): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return kind === 'png' ? isPngCut(bytes, view) : isJpegCut(bytes, view);
}
