/** Luma in float32, each operation rounded: the first step of PDQ. */
import type { Source } from './source.ts';

const { fround } = Math;
const [red, green, blue] = [fround(0.299), fround(0.587), fround(0.114)];

/** The luma of every pixel, row by row, 0 to 255: (0.299 R + 0.587 G) + 0.114 B, or the grey value itself. */
export function luma(source: Source): Float32Array {
	const { words, grey } = source;
	const [redAt, blueAt] = [source.red, 16 - source.red];
	const out = new Float32Array(source.width * source.height);
	let o = 0;
	for (const start of source.row) {
		for (const at of source.column) {
			const pixel = words[start + at] ?? 0;
			const r = (pixel >>> redAt) & 255;
			out[o++] = grey
				? r
				: fround(fround(red * r) + fround(green * ((pixel >>> 8) & 255))) + fround(blue * ((pixel >>> blueAt) & 255));
		}
	}
	return out;
}
