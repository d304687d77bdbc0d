/** The PDQ hashes of an image: one view, or both pipelines with all eight turns. */
import type { Core } from './core.ts';
import { judge, qualityOf, tiny, type Hash } from './judge.ts';
import { minSide, type Pixels } from './pixels.ts';
import { turns, view, type Pipeline, type Source, type Turn } from './source.ts';
import { turnedCopies, type Half } from './turned.ts';

/** The hash in both pipelines. A list does not say which of the two its owner used, so both are matched. */
export type Pair = Record<Pipeline, Hash>;

/** The hash of one view. */
export function hashView(core: Core, source: Source): Hash {
	if (source.width < minSide || source.height < minSide) return tiny;
	const image = core.reduce(source);
	return judge(core.transform(image), qualityOf(core.steepness(image)));
}

/** Both pipelines of one turn; where nothing is resized the second is the first. */
export function hashPair(core: Core, pixels: Pixels, turn: Turn): Pair {
	const full = hashView(core, view(pixels, turn, 'full'));
	const same = pixels.width <= 512 && pixels.height <= 512;
	return { full, nn512: same ? full : hashView(core, view(pixels, turn, 'nn512')) };
}

/** The turns of one half of them. */
export function hashHalf(core: Core, pixels: Pixels, half: Half): Partial<Record<Turn, Pair>> {
	const found: Partial<Record<Turn, Pair>> = {};
	for (const copy of turnedCopies(pixels, half)) {
		for (const [turn, seen] of copy.turns) found[turn] = hashPair(core, copy.pixels, seen);
	}
	return found;
}

/**
 * Both pipelines for the image really turned and mirrored in all eight ways: sixteen hashes, most of the work for the
 * large pipeline. (Deriving the turns from the coefficients, as the reference does, is up to 38 bits off.)
 */
export function hashTurns(core: Core, pixels: Pixels): Record<Turn, Pair> {
	const found = { ...hashHalf(core, pixels, 'along'), ...hashHalf(core, pixels, 'across') };
	return Object.fromEntries(turns.map((turn) => [turn, found[turn]])) as Record<Turn, Pair>;
}
