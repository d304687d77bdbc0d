/** WebP files: lossy, lossless, with alpha, and of an animation the first frame on its canvas. */
import * as libwebp from '@jsquash/webp/decode.js';
import { maxPixels } from '../../../engines/pdq/pixels.ts';
import { run } from './codec.ts';
import { refuse, type Decoded } from './image.ts';
import { chunksOf, riff, type Chunk } from './riff.ts';

export const isWebp = (bytes: Uint8Array): boolean =>
	Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'RIFF' &&
	Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP';

const u16 = (b: Uint8Array, at: number): number => (b[at] ?? 0) | ((b[at + 1] ?? 0) << 8);
const u24 = (b: Uint8Array, at: number): number => u16(b, at) | ((b[at + 2] ?? 0) << 16);

/** Width and height of the whole picture (RFC 9649, section 2). */
function sizeOf(chunks: Chunk[]): [number, number] | null {
	const [first] = chunks;
	if (!first) return null;
	const { name, body } = first;
	if (name === 'VP8X') return [u24(body, 4) + 1, u24(body, 7) + 1];
	if (name === 'VP8 ') return [u16(body, 6) & 0x3fff, u16(body, 8) & 0x3fff];
	if (name !== 'VP8L') return null;
	const bits = u16(body, 1) | (u16(body, 3) << 16);
	return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

export async function decodeWebp(bytes: Uint8Array): Promise<Decoded> {
	const chunks = chunksOf(bytes.subarray(12));
	const size = sizeOf(chunks);
	if (!size) return refuse('broken');
	const [width, height] = size;
	if (width * height > maxPixels) return refuse('too-many-pixels');
	const frame = chunks.find(({ name }) => name === 'ANMF');
	const still = frame ? riff(chunksOf(frame.body.subarray(16)), u24(frame.body, 6), u24(frame.body, 9)) : bytes;
	const raw = await run(libwebp, '@jsquash/webp/codec/dec/webp_dec.wasm', still);
	if (!raw) return refuse('broken');
	if (!frame) return { pixels: { width, height, rgba: raw.data, grey: false }, damaged: false };
	const rgba = new Uint8Array(width * height * 4);
	const [left, top] = [u24(frame.body, 0) * 2, u24(frame.body, 3) * 2];
	// Browsers show nothing of such a file.
	if (left + raw.width > width || top + raw.height > height) return refuse('broken');
	for (let y = 0; y < raw.height; y++) {
		const from = y * raw.width * 4;
		rgba.set(raw.data.subarray(from, from + raw.width * 4), ((y + top) * width + left) * 4);
	}
	return { pixels: { width, height, rgba, grey: false }, damaged: false };
}
