/**
 * PNG files, all colour types, depths and interlacing, decoded with the policy of engines/pdq/pixels.ts.
 *
 * Our own on top of Node's zlib (W3C PNG, third edition): the packages tried either inflate without a bound, hide whether
 * the file is grey, or round 16 bits instead of taking the high byte.
 */
import { constants, createInflate } from 'node:zlib';
import { maxPixels } from '../../../engines/pdq/pixels.ts';
import { refuse, type Decoded } from './image.ts';
import { readChunks, type PngFile } from './png-chunks.ts';
import { unfilter } from './png-filter.ts';
import { spread } from './png-samples.ts';

/** The seven passes of Adam7: first column, first row, column step, row step. */
const adam7 = [
	[0, 0, 8, 8],
	[4, 0, 8, 8],
	[0, 4, 4, 8],
	[2, 0, 4, 4],
	[0, 2, 2, 4],
	[1, 0, 2, 2],
	[0, 1, 1, 2],
] as const;

const bytesOfRow = (file: PngFile, columns: number): number => Math.ceil((columns * file.channels * file.depth) / 8);

/** Decodes a whole file. Of one that is cut off, the rows that are there; the others stay transparent. */
export async function decodePng(bytes: Uint8Array): Promise<Decoded> {
	const file = readChunks(bytes);
	if (!file) return refuse('broken');
	if (file.width * file.height > maxPixels) return refuse('too-many-pixels');
	const passes = (file.interlaced ? adam7 : [[0, 0, 1, 1] as const])
		.map(([x, y, dx, dy]) => ({
			x,
			y,
			dx,
			dy,
			columns: Math.ceil((file.width - x) / dx),
			rows: Math.ceil((file.height - y) / dy),
		}))
		.filter(({ columns, rows }) => columns > 0 && rows > 0);
	const size = passes.reduce((sum, { columns, rows }) => sum + rows * (1 + bytesOfRow(file, columns)), 0);
	const raw = await inflate(file.data, size);
	if (raw.length === 0) return refuse('broken');
	const rgba = new Uint8Array(file.width * file.height * 4);
	const grey = file.colour === 0 || file.colour === 4;
	const pixels = { width: file.width, height: file.height, rgba, grey };
	let at = 0;
	for (const { x, y, dx, dy, columns, rows } of passes) {
		const length = bytesOfRow(file, columns);
		const whole = Math.min(rows, Math.floor((raw.length - at) / (length + 1)));
		if (!unfilter(raw, at, whole, length, Math.max(1, (file.channels * file.depth) >> 3))) return refuse('broken');
		for (let row = 0; row < whole; row++) {
			const line = raw.subarray(at + 1, at + 1 + length);
			if (!spread(file, line, columns, rgba, ((y + row * dy) * file.width + x) * 4, dx * 4)) return refuse('broken');
			at += 1 + length;
		}
		if (whole < rows) return { pixels, damaged: true };
	}
	return { pixels, damaged: false };
}

/**
 * The first `size` bytes of the picture's data, or as many as there are before it ends or breaks. Read as a stream and left
 * there: what a bomb holds beyond is never unpacked, and data after the picture hides it from us no more than from a browser.
 */
async function inflate(data: Uint8Array, size: number): Promise<Uint8Array> {
	const raw = new Uint8Array(size);
	let length = 0;
	const stream = createInflate({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 1 << 18 });
	stream.end(data);
	try {
		for await (const part of stream as AsyncIterable<Uint8Array>) {
			raw.set(part.subarray(0, size - length), length);
			length = Math.min(size, length + part.length);
			if (length === size) break;
		}
	} catch {
		return raw.subarray(0, length);
	}
	return raw.subarray(0, length);
}
