/** Copies a few rows of a view to where a kernel reads them. */
import type { Source } from './source.ts';

/** Rows `y` to `y + rows` of the view into `to`, `stride` words apart. */
export function fillRows(source: Source, y: number, rows: number, to: Uint32Array, stride: number): void {
	const { width, words, column, row } = source;
	const step = (column[1] ?? 0) - (column[0] ?? 0);
	const straight = step === 1 && column[width - 1] === width - 1 + (column[0] ?? 0);
	const first = row[y] ?? 0;
	if (straight && stride === width && (row[y + rows - 1] ?? 0) - first === (rows - 1) * width) {
		to.set(words.subarray(first, first + rows * width));
	} else if (straight) {
		for (let r = 0; r < rows; r++) {
			const start = (row[y + r] ?? 0) + (column[0] ?? 0);
			to.set(words.subarray(start, start + width), r * stride);
		}
	} else if (step > -width && step < width) {
		for (let r = 0; r < rows; r++) {
			const start = row[y + r] ?? 0;
			for (let x = 0, o = r * stride; x < width; x++, o++) to[o] = words[start + (column[x] ?? 0)] ?? 0;
		}
	} else {
		// Where the view runs down the image's columns, neighbouring rows share the cache lines, so they go first.
		for (let x = 0; x < width; x++) {
			const start = column[x] ?? 0;
			for (let r = 0, o = x; r < rows; r++, o += stride) to[o] = words[start + (row[y + r] ?? 0)] ?? 0;
		}
	}
}
