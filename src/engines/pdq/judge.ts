/** From coefficients to bits, and whether the bits say anything: the threshold, the quality and the verdict. */

const { fround } = Math;

/** Upstream's limit: a hash of lower quality is not to be matched. */
export const minQuality = 50;

/** A hash as 64 lower-case hexadecimal digits (bit 255 first), its quality 0 to 100, and whether it may be matched. */
export interface Hash {
	readonly hash: string;
	readonly quality: number;
	readonly usable: boolean;
	/** Why not: the image is below 5 pixels, its hash would be rounding noise, or it has too little detail. */
	readonly verdict: 'usable' | 'tiny' | 'degenerate' | 'plain';
}

/** The hash of an image too small to have one. */
export const tiny: Hash = { hash: '0'.repeat(64), quality: 0, usable: false, verdict: 'tiny' };

/** The sum of the steps between neighbours of the 64 by 64 luma, down and across, each a truncated percentage of 255. */
export function steepness(image: Float32Array): number {
	let sum = 0;
	for (let at = 0; at < 4096 - 64; at++) sum += percent(image[at] ?? 0, image[at + 64] ?? 0);
	for (let at = 0; at < 4096; at++) if ((at & 63) !== 63) sum += percent(image[at] ?? 0, image[at + 1] ?? 0);
	return sum;
}

/** The quality, 0 to 100, of an image with this sum of steps. */
export const qualityOf = (sum: number): number => Math.min(100, Math.floor(sum / 90));

function percent(a: number, b: number): number {
	return Math.abs(fround(fround(fround(a - b) * 100) / 255) | 0);
}

/**
 * The hash of 16 by 16 coefficients: a bit is set where the coefficient lies above the lower median.
 *
 * An image that varies in one direction only (stripes, flags, gradients) has no coefficients but rounding noise, yet its
 * quality may be high. Such noise shows as ties, or as a crowd of coefficients around the median: within 1e-4 of the greatest,
 * or, where there is nothing but noise, within 0.002 (it measured 0.0003 at most; of a photograph the greatest is above 80).
 */
export function judge(coefficients: Float32Array, quality: number): Hash {
	const sorted = coefficients.slice().sort();
	const median = sorted[127] ?? 0;
	const near = Math.max(0.002, 1e-4 * Math.abs(sorted[0] ?? 0), 1e-4 * Math.abs(sorted[255] ?? 0));
	const bytes = new Uint8Array(32);
	let set = 0;
	let crowd = 0;
	coefficients.forEach((value, k) => {
		if (Math.abs(value - median) <= near) crowd++;
		if (value <= median) return;
		set++;
		bytes[31 - (k >> 3)] = (bytes[31 - (k >> 3)] ?? 0) | (1 << (k & 7));
	});
	const verdict = set !== 128 || crowd > 8 ? 'degenerate' : quality < minQuality ? 'plain' : 'usable';
	return { hash: hexOf(bytes), quality, usable: verdict === 'usable', verdict };
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
