/**
 * PNG files, all colour types, depths and interlacing, decoded with the policy of engines/pdq/pixels.ts.
 *
 * Our own on top of Node's zlib (W3C PNG, third edition): the packages tried either inflate without a bound, hide whether
 * the file is grey, or round 16 bits instead of taking the high byte.
 */
import { constants, createInflateRaw } from 'node:zlib';
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

/** Decodes a whole file. Of one that is cut off or has errors, the rows before them; the others stay transparent. */
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
	const rgba = new Uint8Array(file.width * file.height * 4);
	const grey = file.colour === 0 || file.colour === 4;
	const pixels = { width: file.width, height: file.height, rgba, grey };
	let at = 0;
	for (const { x, y, dx, dy, columns, rows } of passes) {
		const length = bytesOfRow(file, columns);
		const present = Math.min(rows, Math.floor((raw.length - at) / (length + 1)));
		const whole = unfilter(raw, at, present, length, Math.max(1, (file.channels * file.depth) >> 3));
		if (whole === 0 && at === 0) return refuse('broken');
		for (let row = 0; row < whole; row++) {
			const line = raw.subarray(at + 1, at + 1 + length);
			spread(file, line, columns, rgba, ((y + row * dy) * file.width + x) * 4, dx * 4);
			at += 1 + length;
		}
		if (whole < rows) return { pixels, damaged: true };
	}
	return { pixels, damaged: false };
}

/**
 * The first `size` bytes of the picture's data, or as many as there are before it ends or breaks. Read as a stream and left
 * there: what a bomb holds beyond is never unpacked, and data after the picture hides it from us no more than from a browser.
 * The checksum at the end is not looked at, as `data` is unpacked without zlib's two bytes around it.
 */
async function inflate(data: Uint8Array, size: number, chunkSize = 1 << 18): Promise<Uint8Array> {
	const raw = new Uint8Array(size);
	let length = 0;
	const stream = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize });
	stream.end(data.subarray(2));
	try {
		for await (const part of stream as AsyncIterable<Uint8Array>) {
			raw.set(part.subarray(0, size - length), length);
			length = Math.min(size, length + part.length);
			if (length === size) break;
		}
	} catch {
		// Of the chunk with the error nothing is handed out: once more in small ones, so that little is lost.
		const small = Math.max(64, Math.min(1 << 12, size >> 8));
		return chunkSize === small ? raw.subarray(0, length) : inflate(data, length + chunkSize, small);
	}
	return raw.subarray(0, length);
}
