/** The heavy part of PDQ behind one interface, and its plain TypeScript form: the reference in tests and the fall-back. */
import { coefficients } from './dct.ts';
import { decimate } from './jarosz.ts';
import { steepness } from './judge.ts';
import { luma } from './luma.ts';
import type { Source } from './source.ts';

/** Does the sums. All forms give the same bits. */
export interface Core {
	readonly name: 'simd' | 'scalar' | 'plain';
	/** The image blurred and reduced to 64 by 64; a view of exactly 64 by 64 is only turned into luma. */
	reduce(source: Source): Float32Array;
	/** The 16 by 16 coefficients of a reduced image. */
	transform(image: Float32Array): Float32Array;
	/** How much detail a reduced image has: the sum that its quality is made of. */
	steepness(image: Float32Array): number;
}

/** Whether the reference skips the blur for this view. */
export const skipsBlur = ({ width, height }: Source): boolean => width === 64 && height === 64;

export const plainCore: Core = {
	name: 'plain',
	reduce: (source) => (skipsBlur(source) ? luma(source) : decimate(luma(source), source.width, source.height)),
	transform: coefficients,
	steepness,
};
