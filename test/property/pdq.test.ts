/** Every form of the PDQ core gives the same bits for pictures of any size, grey or not, turned in any way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashPair, hashTurns } from '../../src/engines/pdq/hash.ts';
import { luma } from '../../src/engines/pdq/luma.ts';
import { nearestOf } from '../../src/engines/pdq/nearest.ts';
import { rasterOf, type Raster } from '../../src/engines/pdq/raster.ts';
import { turnOf, turns, view } from '../../src/engines/pdq/source.ts';
import { allCores } from '../unit/engines/pdq/vectors.ts';

const [plain, ...kernels] = allCores();

/** Pixels from a seed: noise over a gradient, so that sums are of all magnitudes. */
function picture(width: number, height: number, seed: number): Uint8Array {
	const rgba = new Uint8Array(width * height * 4);
	for (let at = 0; at < rgba.length; at++) rgba[at] = (Math.imul(at + 1, seed | 1) >>> 25) + (at * 127) / rgba.length;
	return rgba;
}

/** The same picture with its bytes in the order of blue, green, red. */
const bgr = (raster: Raster): Raster => ({
	...raster,
	red: 16,
	async read(part, to, stride) {
		await raster.read(part, to, stride);
		for (let y = 0; y < part.height; y++) {
			const row = to.subarray(y * stride, y * stride + part.width);
			row.forEach((word, x) => (row[x] = (word & 0xff00ff00) | ((word & 255) << 16) | ((word >>> 16) & 255)));
		}
	},
});

test('kernels and plain TypeScript reduce and transform to the same bits', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 5, max: 700 }),
			fc.integer({ min: 5, max: 700 }),
			fc.integer(),
			fc.boolean(),
			fc.constantFrom(...turns),
			fc.constantFrom('full' as const, 'nn512' as const),
			(width, height, seed, grey, turn, pipeline) => {
				const source = view({ width, height, rgba: picture(width, height, seed), grey }, turn, pipeline);
				const image = plain?.reduce(source) ?? new Float32Array();
				for (const kernel of kernels) {
					expect(kernel.reduce(source)).toEqual(image);
					expect(kernel.transform(image)).toEqual(plain?.transform(image));
					expect(kernel.steepness(image)).toBe(plain?.steepness(image));
				}
			},
		),
		{ numRuns: 40 },
	);
});

test('one pass over a raster gives what its two turns give, and the resize sees the same dots, whatever the order of bytes', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 5, max: 700 }),
			fc.integer({ min: 5, max: 700 }),
			fc.integer(),
			fc.boolean(),
			fc.boolean(),
			fc.boolean(),
			fc.boolean(),
			async (width, height, seed, grey, swapped, across, up) => {
				const pixels = { width, height, rgba: picture(width, height, seed), grey };
				const straight = rasterOf(pixels);
				const raster = swapped ? bgr(straight) : straight;
				const nearest = nearestOf(raster);
				for (const core of allCores()) {
					const images = await core.sweep(nearest.raster, { across, up });
					for (const back of [false, true]) {
						const turn = turnOf({ across, up }, back);
						expect(images[back ? 1 : 0], core.name).toEqual(core.reduce(view(pixels, turn, 'full')));
						expect(luma(nearest.view(turn))).toEqual(luma(view(pixels, turn, 'nn512')));
					}
				}
			},
		),
		{ numRuns: 40 },
	);
});

test('all turns at once are what each is alone, for pictures of any size', async () => {
	const side = fc.oneof(fc.constantFrom(1, 4, 5, 63, 64, 65, 511, 512, 513), fc.integer({ min: 1, max: 700 }));
	await fc.assert(
		fc.asyncProperty(side, side, fc.integer(), async (width, height, seed) => {
			const pixels = { width, height, rgba: picture(width, height, seed), grey: false };
			for (const core of kernels) {
				const alone = turns.map((turn) => [turn, hashPair(core, pixels, turn)]);
				expect(await hashTurns(core, rasterOf(pixels))).toEqual(Object.fromEntries(alone));
			}
		}),
		{
			numRuns: 60,
			examples: [
				[64, 64, 1],
				[4, 600, 2],
				[600, 4, 3],
				[4, 4, 4],
			],
		},
	);
});

test('a turned view reads the pixels that turning a copy would give', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 5, max: 40 }),
			fc.integer({ min: 5, max: 40 }),
			fc.integer(),
			(width, height, seed) => {
				const pixels = { width, height, rgba: picture(width, height, seed), grey: true };
				const at = (x: number, y: number): number => pixels.rgba[(y * width + x) * 4] ?? -1;
				const [right, bottom] = [width - 1, height - 1];
				const expected = {
					original: (x: number, y: number) => at(x, y),
					rot90ccw: (x: number, y: number) => at(right - y, x),
					rot180: (x: number, y: number) => at(right - x, bottom - y),
					rot90cw: (x: number, y: number) => at(y, bottom - x),
					fliplr: (x: number, y: number) => at(right - x, y),
					flipud: (x: number, y: number) => at(x, bottom - y),
					transpose: (x: number, y: number) => at(y, x),
					antitranspose: (x: number, y: number) => at(right - y, bottom - x),
				};
				for (const turn of turns) {
					const source = view(pixels, turn, 'full');
					const seen = [...luma(source)];
					const wanted = seen.map((_, i) => expected[turn](i % source.width, Math.floor(i / source.width)));
					expect(seen).toEqual(wanted);
				}
			},
		),
		{ numRuns: 30 },
	);
});
