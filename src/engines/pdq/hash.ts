/** The PDQ hashes of an image: one view, or both pipelines with all eight turns. */
import { skipsBlur, type Core } from './core.ts';
import { judge, qualityOf, tiny, type Hash } from './judge.ts';
import { nearestOf } from './nearest.ts';
import { isResized, minSide, type Pixels } from './pixels.ts';
import type { Raster } from './raster.ts';
import { turnOf, turns, view, type Pipeline, type Source, type Turn } from './source.ts';

/** The hash in both pipelines. A list does not say which of the two its owner used, so both are matched. */
export type Pair = Record<Pipeline, Hash>;

/** Half of the turns: `along` the rows of the picture, `across` them. */
export type Half = 'along' | 'across';
export type Hashes = Partial<Record<Turn, Hash>>;

function hashImage(core: Core, image: Float32Array): Hash {
	return judge(core.transform(image), qualityOf(core.steepness(image)));
}

const isTiny = ({ width, height }: Source | Raster): boolean => width < minSide || height < minSide;

/** The hash of one view. */
export function hashView(core: Core, source: Source): Hash {
	return isTiny(source) ? tiny : hashImage(core, core.reduce(source));
}

/** Both pipelines of one turn; where nothing is resized the second is the first. */
export function hashPair(core: Core, pixels: Pixels, turn: Turn): Pair {
	const full = hashView(core, view(pixels, turn, 'full'));
	return { full, nn512: isResized(pixels) ? hashView(core, view(pixels, turn, 'nn512')) : full };
}

/** Four turns at full size, in two passes. */
export async function hashHalf(core: Core, raster: Raster, half: Half): Promise<Hashes> {
	const found: Hashes = {};
	for (const up of [false, true]) {
		const pass = { across: half === 'across', up };
		const [forwards, backwards] = await core.sweep(raster, pass);
		found[turnOf(pass, false)] = hashImage(core, forwards);
		found[turnOf(pass, true)] = hashImage(core, backwards);
	}
	return found;
}

/**
 * Both pipelines for the image really turned and mirrored in all eight ways: sixteen hashes, most of the work for the
 * large pipeline. (Deriving the turns from the coefficients, as the reference does, is up to 38 bits off.) `across` may
 * hash that half beside, in another thread; it is asked first.
 */
export async function hashTurns(
	core: Core,
	raster: Raster,
	across = (): Promise<Hashes> => hashHalf(core, raster, 'across'),
): Promise<Record<Turn, Pair>> {
	const resized = isResized(raster);
	const isSwept = !isTiny(raster) && !skipsBlur(raster);
	const nearest = resized || !isSwept ? nearestOf(raster) : null;
	const other = isSwept ? across() : {};
	const along = isSwept ? await hashHalf(core, nearest?.raster ?? raster, 'along') : {};
	if (!isSwept) await nearest?.readAll();
	const small: Hashes = {};
	if (nearest) for (const turn of turns) small[turn] = hashView(core, nearest.view(turn));
	const full = { ...along, ...(await other) };
	const pairs = turns.map((turn): [Turn, Pair] => {
		const whole = full[turn] ?? (resized ? undefined : small[turn]) ?? tiny;
		return [turn, { full: whole, nn512: small[turn] ?? whole }];
	});
	return Object.fromEntries(pairs) as Record<Turn, Pair>;
}
