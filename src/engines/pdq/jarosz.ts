/** The blur and the reduction to 64 by 64 in plain TypeScript: two box filters each way, in the reference's order of additions. */

const { fround } = Math;

/** The window of the box filter along a side of this many pixels. */
export const windowOf = (side: number): number => Math.floor((side + 127) / 128);

/** The row or column of the full image that stands for row or column `i` of the 64. */
export const decimated = (i: number, side: number): number => Math.floor(((i + 0.5) * side) / 64);

/**
 * One line of the filter: `n` values from `start`, `step` apart. The sum is kept running (add, then subtract, each
 * rounded), so the order matters; an even window reaches one further to the right.
 */
function boxLine(from: Float32Array, to: Float32Array, start: number, step: number, n: number, window: number): void {
	const lead = Math.floor((window + 2) / 2) - 1;
	let sum = 0;
	let count = 0;
	let right = start;
	let left = start;
	let out = start;
	for (let i = 0; i < n + lead; i++) {
		if (i < n) {
			sum = fround(sum + (from[right] ?? 0));
			right += step;
			count++;
		}
		if (i >= window) {
			sum = fround(sum - (from[left] ?? 0));
			left += step;
			count--;
		}
		if (i >= lead) {
			to[out] = sum / count;
			out += step;
		}
	}
}

/** The luma of width by height, blurred and reduced to 64 by 64. `luma` is used up: the blur works in it. */
export function decimate(luma: Float32Array, width: number, height: number): Float32Array {
	const other = new Float32Array(luma.length);
	for (let pass = 0; pass < 2; pass++) {
		for (let y = 0; y < height; y++) boxLine(luma, other, y * width, 1, width, windowOf(width));
		for (let x = 0; x < width; x++) boxLine(other, luma, x, width, height, windowOf(height));
	}
	const out = new Float32Array(4096);
	for (let i = 0; i < 64; i++) {
		for (let j = 0; j < 64; j++) out[i * 64 + j] = luma[decimated(i, height) * width + decimated(j, width)] ?? 0;
	}
	return out;
}
