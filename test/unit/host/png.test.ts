/** PNG files of every kind come out as the policy says: high bytes, palettes looked up, alpha kept, bombs refused. */
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodePng } from '../../../src/host/cli/decode/png.ts';
import { png, pngOf } from './png-file.ts';

const [width, height] = [13, 11];
const value = (x: number, y: number, c: number, most: number): number =>
	(x * 7919 + y * 104_729 + c * 1299_709) % (most + 1);
const channels: Record<number, number> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** What a pixel should come out as. */
function wanted(samples: number[], depth: number): number[] {
	const bytes = samples.map((v) => (depth === 16 ? v >> 8 : (v * 255) / (2 ** depth - 1)));
	const [a = 0, b = 0, c = 0, d = 255] = bytes;
	if (bytes.length === 1) return [a, a, a, 255];
	return bytes.length === 2 ? [a, a, a, b] : [a, b, c, d];
}

async function pixels(bytes: Uint8Array) {
	const decoded = await decodePng(bytes);
	if ('refused' in decoded) throw new Error(decoded.refused);
	return decoded;
}

const kinds = [
	...[1, 2, 4, 8, 16].map((depth) => ({ colour: 0, depth })),
	...[2, 4, 6].flatMap((colour) => [8, 16].map((depth) => ({ colour, depth }))),
];

describe.each(kinds)('colour type $colour, $depth bits', ({ colour, depth }) => {
	test.each([false, true])('every sample comes out right (interlaced: %s)', async (interlaced) => {
		const samples = (x: number, y: number): number[] =>
			Array.from({ length: channels[colour] ?? 1 }, (_, c) => value(x, y, c, 2 ** depth - 1));
		const { pixels: got, damaged } = await pixels(
			png({ width, height, depth, colour, interlaced, filter: (y) => y % 5, samples }),
		);
		const all = Array.from({ length: width * height }, (_, i) =>
			wanted(samples(i % width, Math.floor(i / width)), depth),
		);
		expect([...got.rgba]).toEqual(all.flat());
		expect({ ...got, rgba: 0, damaged }).toEqual({
			width,
			height,
			rgba: 0,
			grey: colour === 0 || colour === 4,
			damaged: false,
		});
	});
});

test.each([1, 2, 4, 8])('a palette of %i bits is looked up, with its transparency, and is not grey', async (depth) => {
	const palette = Array.from({ length: 3 * 2 ** depth }, (_, i) => (i * 37) & 255);
	const samples = (x: number, y: number): number[] => [value(x, y, 0, 2 ** depth - 1)];
	const { pixels: got } = await pixels(
		png({ width, height, depth, colour: 3, palette, transparent: [9, 99], samples }),
	);
	const all = Array.from({ length: width * height }, (_, i) => {
		const [index = 0] = samples(i % width, Math.floor(i / width));
		return [...palette.slice(index * 3, index * 3 + 3), [9, 99][index] ?? 255];
	});
	expect([...got.rgba]).toEqual(all.flat());
	expect(got.grey).toBe(false);
});

test('a colour named as transparent loses its alpha but keeps its values', async () => {
	const samples = (x: number): number[] => [x, 20, 30];
	const { pixels: got } = await pixels(
		png({ width: 3, height: 1, depth: 8, colour: 2, transparent: [0, 1, 0, 20, 0, 30], samples }),
	);
	expect([...got.rgba]).toEqual([0, 20, 30, 255, 1, 20, 30, 0, 2, 20, 30, 255]);
	const grey = await pixels(
		png({ width: 2, height: 1, depth: 16, colour: 0, transparent: [1, 2], samples: (x) => [x ? 258 : 259] }),
	);
	expect([...grey.pixels.rgba]).toEqual([1, 1, 1, 255, 1, 1, 1, 0]);
});

test('of a file cut off the rows that are there are kept, the others are transparent', async () => {
	const whole = png({ width: 64, height: 64, depth: 8, colour: 2, samples: (x, y) => [x * 3, y * 3, (x * y) & 255] });
	const { pixels: got, damaged } = await pixels(whole.subarray(0, whole.length * 0.6));
	expect(damaged).toBe(true);
	expect([...got.rgba.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
	expect([...got.rgba.subarray(-4)]).toEqual([0, 0, 0, 0]);
});

test('errors in the data cost the rows behind them, not the picture: a browser shows the others', async () => {
	const whole = png({ width: 64, height: 64, depth: 8, colour: 2, samples: (x, y) => [x * 3, y * 3, (x * y) & 255] });
	const { pixels: right } = await pixels(whole);
	const checksum = Buffer.from(whole);
	const end = whole.length - 12 - 4;
	checksum[end - 1] = (checksum[end - 1] ?? 0) ^ 255;
	expect(await pixels(checksum)).toEqual({ pixels: right, damaged: false });
	const rows = Array.from({ length: 64 }, (_, y) => [y === 50 ? 9 : 0, ...right.rgba.subarray(y * 64, y * 64 + 64)]);
	const ten = rows.slice(0, 10).flat();
	// Ten rows in a block that is not compressed (RFC 1951, 3.2.4), and then what is no block.
	const stored = [0x78, 1, 0, ten.length & 255, ten.length >> 8, ~ten.length & 255, (~ten.length >> 8) & 255, ...ten];
	const none = Buffer.alloc(4000, 255);
	expect(await shownRows(deflateSync(Uint8Array.from(rows.flat())))).toBe(50);
	// Unpacked in small pieces, of which the one with the error is lost.
	expect(await shownRows(Buffer.concat([Buffer.from(stored), none]))).toBe(9);
});

/** How many rows of a grey picture of 64 by 64 come out of these data, as damaged. */
async function shownRows(data: Uint8Array): Promise<number> {
	const { pixels: got, damaged } = await pixels(pngOf(64, 64, 8, 0, [['IDAT', data]]));
	expect(damaged).toBe(true);
	const shown = Array.from({ length: 64 }, (_, y) => got.rgba[y * 256 + 3] === 255);
	expect(shown.lastIndexOf(true)).toBe(shown.indexOf(false) - 1);
	return shown.indexOf(false);
}

test('a palette entry that does not exist is black, and of a named colour only the bits of the depth count', async () => {
	const samples = (x: number): number[] => [x];
	const { pixels: got } = await pixels(png({ width: 3, height: 1, depth: 8, colour: 3, palette: [1, 2, 3], samples }));
	expect([...got.rgba]).toEqual([1, 2, 3, 255, 0, 0, 0, 255, 0, 0, 0, 255]);
	const { pixels: keyed } = await pixels(
		png({ width: 2, height: 1, depth: 8, colour: 0, transparent: [1, 1], samples }),
	);
	expect([...keyed.rgba]).toEqual([0, 0, 0, 255, 1, 1, 1, 0]);
});

test('bombs cost no memory: too many pixels are refused, more data than pixels is left packed', async () => {
	const many = pngOf(30_000, 30_000, 8, 6, [['IDAT', deflateSync(new Uint8Array(10))]]);
	expect(await decodePng(many)).toEqual({ refused: 'too-many-pixels' });
	const black = (await pixels(png({ width: 10, height: 10, depth: 8, colour: 2, samples: () => [0, 0, 0] }))).pixels;
	const zeros = deflateSync(new Uint8Array(64 << 20), { level: 9 });
	for (const interlace of [0, 1]) {
		const before = process.memoryUsage().rss;
		expect(await pixels(pngOf(10, 10, 8, 2, [['IDAT', zeros]], interlace))).toEqual({ pixels: black, damaged: false });
		expect(process.memoryUsage().rss - before).toBeLessThan(32 << 20);
	}
});

test('what no specification allows is broken, never an exception', async () => {
	const data = deflateSync(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8]));
	const idat: [string, Uint8Array] = ['IDAT', data];
	const broken = [
		pngOf(0, 5, 8, 2, [idat]),
		pngOf(2, 1, 3, 0, [idat]),
		pngOf(2, 1, 8, 5, [idat]),
		pngOf(2, 1, 8, 2, [idat], 2),
		pngOf(2, 1, 8, 3, [idat]),
		pngOf(2, 1, 8, 2, []),
		pngOf(2, 1, 8, 2, [['IDAT', new Uint8Array(20).fill(7)]]),
		pngOf(2, 1, 8, 2, [['IDAT', deflateSync(new Uint8Array(7).fill(9))]]),
		pngOf(2, 1, 8, 2, [idat]).subarray(0, 20),
	];
	for (const file of broken) expect(await decodePng(file)).toEqual({ refused: 'broken' });
});
