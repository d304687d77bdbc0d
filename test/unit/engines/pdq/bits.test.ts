/** PDQ against the reference: every vector, hash, quality and intermediate digests, in all three forms of the core. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPair, hashTurns, hashView } from '../../../../src/engines/pdq/hash.ts';
import { rasterOf } from '../../../../src/engines/pdq/raster.ts';
import { luma } from '../../../../src/engines/pdq/luma.ts';
import { view, type Turn } from '../../../../src/engines/pdq/source.ts';
import { allCores, digest, pixelsOf, vectors } from './vectors.ts';

const cores = allCores();

test.each(vectors)(
	'$name: the decoder gives the reference its pixels',
	async ({ name, mode, pixels_sha256, width, height }) => {
		const { rgba, grey, ...size } = await pixelsOf(name);
		expect(size).toEqual({ width, height });
		expect(grey).toBe(mode === 'L');
		const wanted = rgba.filter((_, at) => at % 4 < (grey ? 1 : 3));
		expect(createHash('sha256').update(wanted).digest('hex')).toBe(pixels_sha256);
	},
);

test.each(vectors)('$name: hash, quality and intermediate floats are the same bits', async (vector) => {
	const pixels = await pixelsOf(vector.name);
	for (const pipeline of ['full', 'nn512'] as const) {
		const { hash, quality, ...digests } = vector[pipeline];
		const source = view(pixels, 'original', pipeline);
		const luma_fnv64 = digest(luma(source));
		for (const core of cores) {
			expect(hashView(core, source), core.name).toMatchObject({ hash, quality });
			const image = core.reduce(source);
			const steps = {
				luma_fnv64,
				b64_fnv64: digest(image),
				dct_fnv64: digest(core.transform(image)),
			};
			expect(steps, `${core.name} ${pipeline}`).toMatchObject(digests);
		}
	}
});

test('pictures really turned or mirrored hash as the reference hashes them, in both pipelines', async () => {
	const turned = vectors.filter(({ turns }) => Object.keys(turns).length > 0);
	expect(turned.length).toBeGreaterThanOrEqual(3);
	for (const { name, turns } of turned) {
		for (const core of cores) {
			const all = await hashTurns(core, rasterOf(await pixelsOf(name)));
			for (const [turn, { full, quality, nn512 }] of Object.entries(turns)) {
				expect(all[turn as Turn]).toMatchObject({ full: { hash: full, quality }, nn512: { hash: nn512 } });
			}
		}
	}
});

test('a grey picture that comes as R = G = B goes through the sum of the three', async () => {
	const grey = vectors.filter(({ greyAsRgb }) => greyAsRgb);
	expect(grey.length).toBeGreaterThan(0);
	for (const { name, greyAsRgb } of grey) {
		const { hash, quality } = greyAsRgb ?? { hash: '', quality: 0 };
		for (const core of cores) {
			const pair = hashPair(core, { ...(await pixelsOf(name)), grey: false }, 'original');
			expect(pair.full).toMatchObject({ hash, quality });
		}
	}
});
