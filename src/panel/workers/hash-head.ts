/** What a file is by its first bytes, and how large its picture would be: known before a single dot is unpacked. */
import { isCutOff } from './hash-cut.ts';

export type FileKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'svg' | 'video' | 'other';

export interface Head {
	readonly kind: FileKind;
	/** Dots; 0 where the head does not say, as with svg and video, or the file is broken or cut off. */
	readonly width: number;
	readonly height: number;
	/** Whether its values are of grey, so that they are the luma themselves. */
	readonly grey: boolean;
}

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
	String.fromCharCode(...bytes.subarray(from, from + length));

const sized = (kind: FileKind, width = 0, height = 0, grey = false): Head => ({ kind, width, height, grey });

/** The first frame header (ITU T.81, B.2.2). */
function jpeg(bytes: Uint8Array, at: DataView): Head {
	for (let i = 2; i + 9 < bytes.length;) {
		const marker = bytes[i + 1] ?? 0;
		if (bytes[i] !== 0xff || marker === 0xff) i++;
		else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
			return sized('jpeg', at.getUint16(i + 7), at.getUint16(i + 5), bytes[i + 9] === 1);
		else i += marker < 2 || (marker >= 0xd0 && marker <= 0xd9) ? 2 : 2 + at.getUint16(i + 2);
	}
	return sized('jpeg');
}

/** RFC 9649, section 2. */
function webp(bytes: Uint8Array, at: DataView): Head {
	const name = ascii(bytes, 12, 4);
	if (bytes.length < 30) return sized('webp');
	if (name === 'VP8X') {
		const u24 = (i: number): number => at.getUint16(i, true) + ((bytes[i + 2] ?? 0) << 16) + 1;
		return sized('webp', u24(24), u24(27));
	}
	if (name === 'VP8 ') return sized('webp', at.getUint16(26, true) & 0x3fff, at.getUint16(28, true) & 0x3fff);
	const bits = at.getUint32(21, true);
	return name === 'VP8L' ? sized('webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1) : sized('webp');
}

/** Never throws; for the size a whole file must be given: one that is cut off has none. */
export function readHead(bytes: Uint8Array): Head {
	const head = headOf(bytes);
	const cut = (head.kind === 'png' || head.kind === 'jpeg') && isCutOff(bytes, head.kind);
	return cut ? sized(head.kind) : head;
}

function headOf(bytes: Uint8Array): Head {
	const at = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 12) return sized('other');
	if (at.getUint32(0) >>> 8 === 0xffd8ff) return jpeg(bytes, at);
	if (at.getUint32(0) === 0x89504e47 && bytes.length >= 33) {
		return sized('png', at.getUint32(16), at.getUint32(20), [0, 4].includes(bytes[25] ?? 2));
	}
	if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return sized('gif', at.getUint16(6, true), at.getUint16(8, true));
	if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return webp(bytes, at);
	// Matroska and WebM, Ogg, MP4.
	if (at.getUint32(0) === 0x1a45dfa3 || ascii(bytes, 0, 4) === 'OggS' || ascii(bytes, 4, 4) === 'ftyp') {
		return sized('video');
	}
	const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 4096));
	return sized(/<svg[\s>]/i.test(text) && /^\s*(?:\uFEFF)?\s*</.test(text) ? 'svg' : 'other');
}
