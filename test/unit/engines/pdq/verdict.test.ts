/** Which hashes may be matched: not those of pictures too small, too plain, or with structure in one direction only. */
import { expect, test } from 'vitest';
import { hashPair } from '../../../../src/engines/pdq/hash.ts';
import { hasAlpha, onWhite, type Pixels } from '../../../../src/engines/pdq/pixels.ts';
import { loadCore } from '../../../../src/engines/pdq/wasm-core.ts';
import { pixelsOf } from './vectors.ts';

const core = loadCore();

function painted(
	width: number,
	height: number,
	colour: (x: number, y: number) => [number, number, number, number],
): Pixels {
	const rgba = new Uint8Array(width * height * 4);
	for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rgba.set(colour(x, y), (y * width + x) * 4);
	return { width, height, rgba, grey: false };
}

const full = (pixels: Pixels) => hashPair(core, pixels, 'original').full;

test('below five pixels in a direction there is no hash', async () => {
	const dots = painted(4, 50, (x, y) => [x * 60, y * 5, 9, 255]);
	expect(full(dots)).toEqual({ hash: '0'.repeat(64), quality: 0, usable: false, verdict: 'tiny' });
	expect(full(painted(5, 5, (x, y) => [x * 60, y * 50, x * y, 255])).verdict).not.toBe('tiny');
});

test('a thin file over 512 pixels has a hash only after the resize, as in the reference', async () => {
	const pair = hashPair(
		core,
		painted(600, 3, (x, y) => [(x * 7) & 255, y * 90, (x * y) & 255, 255]),
		'original',
	);
	expect(pair.full.verdict).toBe('tiny');
	expect(pair.nn512.verdict).not.toBe('tiny');
});

test('stripes and flags of three colours are degenerate whatever their quality', async () => {
	const bands: [number, number, number, number][] = [
		[0, 60, 160, 255],
		[250, 250, 240, 255],
		[220, 20, 40, 255],
	];
	const white: [number, number, number, number] = [255, 255, 255, 255];
	for (const [width, height] of [
		[300, 200],
		[512, 512],
		[640, 427],
		[901, 600],
	] as const) {
		const tricolour = painted(width, height, (x) => bands[Math.floor((x * 3) / width)] ?? white);
		const level = painted(width, height, (_, y) => bands[Math.floor((y * 3) / height)] ?? white);
		const stripes = painted(width, height, (_, y) => ((y >> 4) & 1 ? white : [180, 0, 0, 255]));
		for (const flag of [tricolour, level, stripes]) expect(full(flag).verdict).toBe('degenerate');
	}
});

test('a photograph is usable, one without contrast is plain', async () => {
	expect(full(await pixelsOf('p01_photo_640x480'))).toMatchObject({ usable: true, verdict: 'usable' });
	expect(full(await pixelsOf('p07_lowcontrast_400x300'))).toMatchObject({ usable: false, verdict: 'plain' });
	expect(full(await pixelsOf('p06_flat_300x200')).usable).toBe(false);
});

test('transparent pixels are seen on white, rounded to nearest, and the colours under them stay known', async () => {
	const glass = painted(8, 8, (x, y) => [x * 30, 100, 200, y * 36]);
	const seen = onWhite(glass);
	expect(hasAlpha(glass)).toBe(true);
	expect(hasAlpha(seen)).toBe(false);
	const at = (3 * 8 + 5) * 4;
	const mix = (c: number): number => Math.round((c * 108 + 255 * (255 - 108)) / 255);
	expect([...seen.rgba.subarray(at, at + 4)]).toEqual([mix(150), mix(100), mix(200), 255]);
	expect(glass.rgba[at]).toBe(150);
});
