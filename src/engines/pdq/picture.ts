/** All PDQ hashes of one picture: both pipelines, eight turns, and once more without its transparency. */
import type { Core } from './core.ts';
import { hashHalf, hashPair, type Pair } from './hash.ts';
import { hasAlpha, onWhite, type Pixels } from './pixels.ts';
import { turns, type Turn } from './source.ts';

export interface PictureHashes {
	readonly variants: Record<Turn, Pair>;
	/** Only where a pixel is not opaque: the same without looking at the alpha. The others see the picture on white. */
	readonly alphaDropped?: Pair;
}

/** The half of the turns that runs across the rows, given as the work of somebody else: a second thread. */
export type Across = (pixels: Pixels) => Promise<Partial<Record<Turn, Pair>>>;

const here = (core: Core): Across => {
	return (pixels) => Promise.resolve(hashHalf(core, pixels, 'across'));
};

/** `across` starts first and may run beside; without it everything is done here. */
export async function hashPicture(core: Core, pixels: Pixels, across = here(core)): Promise<PictureHashes> {
	const clear = hasAlpha(pixels);
	const seen = clear ? onWhite(pixels) : pixels;
	const other = across(seen);
	const found = { ...hashHalf(core, seen, 'along'), ...(await other) };
	const variants = Object.fromEntries(turns.map((turn) => [turn, found[turn]])) as Record<Turn, Pair>;
	return { variants, ...(clear ? { alphaDropped: hashPair(core, pixels, 'original') } : {}) };
}
