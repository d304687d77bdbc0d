/** Luma in float32, each operation rounded: the first step of PDQ. */
import type { Source } from './source.ts';

const red = Math.fround(0.299);
const green = Math.fround(0.587);
const blue = Math.fround(0.114);

/** The luma of every pixel, row by row, 0 to 255: (0.299 R + 0.587 G) + 0.114 B, or the grey value itself. */
export function luma({ width, height, grey, words, column, row }: Source): Float32Array {
	const out = new Float32Array(width * height);
	let o = 0;
	for (const start of row) {
		for (const at of column) {
			const pixel = words[start + at] ?? 0;
			const r = pixel & 255;
			out[o++] = grey
				? r
				: Math.fround(Math.fround(red * r) + Math.fround(green * ((pixel >> 8) & 255))) +
					Math.fround(blue * ((pixel >> 16) & 255));
		}
	}
	return out;
}
