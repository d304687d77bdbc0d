/** The heavy part of PDQ behind one interface, and its plain TypeScript form: the reference in tests and the fall-back. */
import { coefficients } from './dct.ts';
import { decimate } from './jarosz.ts';
import { steepness } from './judge.ts';
import { luma } from './luma.ts';
import type { Raster } from './raster.ts';
import { turnOf, view, type Pass, type Source } from './source.ts';

/** Does the sums. All forms give the same bits. */
export interface Core {
	readonly name: 'simd' | 'scalar' | 'plain';
	/** The image blurred and reduced to 64 by 64; a view of exactly 64 by 64 is only turned into luma. */
	reduce(source: Source): Float32Array;
	/** The same for the two turns that one pass over a raster sees: its lines read forwards, and backwards. */
	sweep(raster: Raster, pass: Pass): Promise<readonly [Float32Array, Float32Array]>;
	/** The 16 by 16 coefficients of a reduced image. */
	transform(image: Float32Array): Float32Array;
	/** How much detail a reduced image has: the sum that its quality is made of. */
	steepness(image: Float32Array): number;
}

/** Whether the reference skips the blur for this view. */
export const skipsBlur = ({ width, height }: Source | Raster): boolean => width === 64 && height === 64;

const reduce = (source: Source): Float32Array =>
	skipsBlur(source) ? luma(source) : decimate(luma(source), source.width, source.height);

export const plainCore: Core = {
	name: 'plain',
	reduce,
	async sweep(raster, pass) {
		const { width, height, grey, red } = raster;
		const words = new Uint32Array(width * height);
		await raster.read({ x: 0, y: 0, width, height }, words, width);
		const pixels = { width, height, grey, rgba: new Uint8Array(words.buffer) };
		const seen = (back: boolean): Float32Array => reduce({ ...view(pixels, turnOf(pass, back), 'full'), red });
		return [seen(false), seen(true)];
	},
	transform: coefficients,
	steepness,
};
