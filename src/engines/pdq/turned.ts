/** Pixels turned as a copy, so that every view of them runs along their rows: the way through memory that is fast. */
import type { Pixels } from './pixels.ts';
import { wordsOf, type Turn } from './source.ts';

/** Where a turn is, seen from a copy: as it stands there, or upside down; both run along the copy's rows. */
export interface Turned {
	readonly pixels: Pixels;
	readonly turns: readonly (readonly [Turn, 'original' | 'flipud'])[];
}

/** Half of the turns: `along` the rows of the picture, `across` them. */
export type Half = 'along' | 'across';

/** Rows and columns of a square that fits the nearest cache on both sides. */
const block = 32;

function backwards({ width, height, rgba, grey }: Pixels, words: Uint32Array): Pixels {
	return { width, height, rgba: new Uint8Array(words.slice().reverse().buffer, 0, rgba.length), grey };
}

function transposed({ width, height, rgba, grey }: Pixels, words: Uint32Array): Pixels {
	const out = new Uint32Array(words.length);
	for (let top = 0; top < height; top += block) {
		const bottom = Math.min(height, top + block);
		for (let left = 0; left < width; left += block) {
			const right = Math.min(width, left + block);
			for (let x = left; x < right; x++) {
				for (let y = top, to = x * height + top, from = top * width + x; y < bottom; y++, from += width) {
					out[to++] = words[from] ?? 0;
				}
			}
		}
	}
	return { width: height, height: width, rgba: new Uint8Array(out.buffer, 0, rgba.length), grey };
}

/** The copies one after another, so that only one more is in memory at a time. */
export function* turnedCopies(pixels: Pixels, half: Half): Generator<Turned> {
	const base = half === 'along' ? pixels : transposed(pixels, wordsOf(pixels));
	yield {
		pixels: base,
		turns:
			half === 'along'
				? [
						['original', 'original'],
						['flipud', 'flipud'],
					]
				: [
						['transpose', 'original'],
						['rot90ccw', 'flipud'],
					],
	};
	yield {
		pixels: backwards(base, wordsOf(base)),
		turns:
			half === 'along'
				? [
						['rot180', 'original'],
						['fliplr', 'flipud'],
					]
				: [
						['antitranspose', 'original'],
						['rot90cw', 'flipud'],
					],
	};
}
