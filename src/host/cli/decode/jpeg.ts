/** JPEG files, decoded by libjpeg; those of four components in two steps, as it makes no RGB of them. */
import * as libjpeg from '@jsquash/jpeg/decode.js';
import { maxPixels } from '../../../engines/pdq/pixels.ts';
import { run } from './codec.ts';
import { refuse, type Decoded } from './image.ts';
import { decodeCmyk } from './jpeg-cmyk.ts';

interface Frame {
	readonly width: number;
	readonly height: number;
	readonly components: number;
	/** Baseline, extended or progressive with Huffman codes; what is arithmetic or lossless only few programs show. */
	readonly known: boolean;
}

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** The first frame header (ITU T.81, B.2.2), or null where there is none before the data ends. */
function frameOf(bytes: Uint8Array): Frame | null {
	const u16 = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
	for (let at = 2; at + 9 < bytes.length;) {
		if (bytes[at] !== 0xff) {
			at++;
			continue;
		}
		const marker = bytes[at + 1] ?? 0;
		const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
		if (frame)
			return { height: u16(at + 5), width: u16(at + 7), components: bytes[at + 9] ?? 0, known: marker <= 0xc2 };
		const bare = marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd9);
		at += bare ? 1 + Number(marker !== 0xff) : 2 + u16(at + 2);
	}
	return null;
}

/** Decodes a whole file without its EXIF orientation or colour profile. A file cut off gives what libjpeg makes of it. */
export async function decodeJpeg(bytes: Uint8Array): Promise<Decoded> {
	const frame = frameOf(bytes);
	if (!frame) return refuse('broken');
	if (!frame.known) return refuse('unknown-format');
	if (frame.width * frame.height > maxPixels) return refuse('too-many-pixels');
	if (frame.components === 4) return decodeCmyk(bytes);
	const raw = await run(libjpeg, '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm', bytes);
	if (!raw) return refuse('broken');
	const { width, height, data, complaints } = raw;
	return { pixels: { width, height, rgba: data, grey: frame.components === 1 }, damaged: complaints.length > 0 };
}
