/** All PDQ hashes of one picture: both pipelines, eight turns, and once more without its transparency. */
import type { Core } from './core.ts';
import { hashPair, hashTurns, type Hashes, type Pair } from './hash.ts';
import { hasAlpha, onWhite, type Pixels } from './pixels.ts';
import { rasterOf } from './raster.ts';
import type { Turn } from './source.ts';

export interface PictureHashes {
	readonly variants: Record<Turn, Pair>;
	/** Only where a pixel is not opaque: the same without looking at the alpha. The others see the picture on white. */
	readonly alphaDropped?: Pair;
}

/** `across` may hash that half of the turns elsewhere, see hashTurns; it is given what is seen on white. */
export async function hashPicture(
	core: Core,
	pixels: Pixels,
	across?: (seen: Pixels) => Promise<Hashes>,
): Promise<PictureHashes> {
	const clear = hasAlpha(pixels);
	const seen = clear ? onWhite(pixels) : pixels;
	const variants = await hashTurns(core, rasterOf(seen), across && (() => across(seen)));
	return { variants, ...(clear ? { alphaDropped: hashPair(core, pixels, 'original') } : {}) };
}
