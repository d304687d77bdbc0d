/** GIF files: the first frame on its canvas (GIF89a specification). Our own: the packages tried print to standard output. */
import { maxPixels } from '../../../engines/pdq/pixels.ts';
import { refuse, type Decoded } from './image.ts';
import { unpack } from './gif-lzw.ts';

export const isGif = (bytes: Uint8Array): boolean =>
	/^GIF8[79]a/.test(Buffer.from(bytes.subarray(0, 6)).toString('latin1'));

/** Row numbers in the order in which they are stored. */
function rowsOf(height: number, interlaced: boolean): number[] {
	if (!interlaced) return Array.from({ length: height }, (_, y) => y);
	const passes = [
		[0, 8],
		[4, 8],
		[2, 4],
		[1, 2],
	] as const;
	return passes.flatMap(([first, step]) =>
		Array.from({ length: Math.max(0, Math.ceil((height - first) / step)) }, (_, i) => first + i * step),
	);
}

/**
 * Decodes the first frame. A frame cut off is damaged, its missing pixels transparent; without any frame it is broken. A first
 * frame that goes beyond the canvas makes it larger, as Chromium shows it: nothing can be hidden there.
 */
export function decodeGif(bytes: Uint8Array): Decoded {
	const u16 = (at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
	const colours = (flags: number): number => (flags & 128 ? 3 * (2 << (flags & 7)) : 0);
	let palette = bytes.subarray(13, 13 + colours(bytes[10] ?? 0));
	let clear = -1;
	let at = 13 + palette.length;
	while (bytes[at] === 0x21) {
		if (bytes[at + 1] === 0xf9 && (bytes[at + 3] ?? 0) & 1) clear = bytes[at + 6] ?? -1;
		at = skipBlocks(bytes, at + 2);
	}
	if (bytes[at] !== 0x2c || at + 10 >= bytes.length) return refuse('broken');
	const [left, top, columns, rows] = [u16(at + 1), u16(at + 3), u16(at + 5), u16(at + 7)];
	const [width, height] = [Math.max(u16(6), left + columns), Math.max(u16(8), top + rows)];
	if (columns * rows === 0) return refuse('broken');
	if (width * height > maxPixels) return refuse('too-many-pixels');
	const flags = bytes[at + 9] ?? 0;
	at += 10;
	if (flags & 128) palette = bytes.subarray(at, (at += colours(flags)));
	const { indices, count } = unpack(bytes, at, columns * rows);
	const rgba = new Uint8Array(width * height * 4);
	rowsOf(rows, (flags & 64) !== 0).forEach((y, stored) => {
		for (let x = 0; x < columns; x++) {
			const from = stored * columns + x;
			const index = indices[from] ?? 0;
			if (from >= count) continue;
			const to = ((y + top) * width + x + left) * 4;
			for (let c = 0; c < 3; c++) rgba[to + c] = palette[index * 3 + c] ?? 0;
			rgba[to + 3] = index === clear ? 0 : 255;
		}
	});
	return { pixels: { width, height, rgba, grey: false }, damaged: count < columns * rows };
}

function skipBlocks(bytes: Uint8Array, at: number): number {
	while ((bytes[at] ?? 0) !== 0) at += 1 + (bytes[at] ?? 0);
	return at + 1;
}
