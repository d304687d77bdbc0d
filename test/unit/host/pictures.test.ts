/** JPEG, GIF and WebP files come out as the policy says: no orientation, no profile, CMYK, first frames, damage told. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashPair } from '../../../src/engines/pdq/hash.ts';
import { onWhite, type Pixels } from '../../../src/engines/pdq/pixels.ts';
import { loadCore } from '../../../src/engines/pdq/wasm-core.ts';
import { decodeImage } from '../../../src/host/cli/decode/decode.ts';

const core = loadCore();
const read = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures/pictures', name));

async function seen(bytes: Uint8Array): Promise<{ pixels: Pixels; damaged: boolean }> {
	const decoded = await decodeImage(bytes);
	if ('refused' in decoded) throw new Error(decoded.refused);
	return decoded;
}

async function hashOf(name: string): Promise<string> {
	const { pixels } = await seen(read(name));
	return hashPair(core, onWhite(pixels), 'original').full.hash;
}

function apart(a: string, b: string): number {
	return [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((bit) => bit === '1').length;
}

/** A JPEG file with one more segment right behind its start. */
function withSegment(file: Buffer, marker: number, body: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([file.subarray(0, 2), head, body, file.subarray(2)]);
}

test('one picture in all formats has nearly one hash', async () => {
	const original = await hashOf('photo.png');
	expect(await hashOf('lossless.webp')).toBe(original);
	for (const name of ['photo.jpg', 'cmyk.jpg', 'animated.webp'])
		expect(apart(original, await hashOf(name)), name).toBeLessThan(20);
});

test('the orientation and the profile that a JPEG file names change nothing', async () => {
	const file = read('photo.jpg');
	const plain = await seen(file);
	const tiff = Buffer.from('4d4d002a000000080001011200030000000100060000 00000000'.replaceAll(' ', ''), 'hex');
	const turned = withSegment(file, 0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
	const profiled = withSegment(
		file,
		0xe2,
		Buffer.concat([Buffer.from('ICC_PROFILE\0\u0001\u0001', 'latin1'), Buffer.alloc(200)]),
	);
	expect(await seen(turned)).toEqual(plain);
	expect(await seen(profiled)).toEqual(plain);
	expect([plain.pixels.width, plain.pixels.height]).toEqual([100, 75]);
});

test('a JPEG file of one component is grey, others are not', async () => {
	expect((await seen(read('grey.jpg'))).pixels.grey).toBe(true);
	expect((await seen(read('photo.jpg'))).pixels.grey).toBe(false);
	expect((await seen(read('cmyk.jpg'))).pixels.grey).toBe(false);
});

test('of an animation the first frame counts', async () => {
	const { pixels: still } = await seen(read('still.png'));
	const { pixels: first } = await seen(read('animated.gif'));
	expect(first).toEqual({ ...still, rgba: Uint8Array.from(still.rgba) });
	const { pixels: web } = await seen(read('animated.webp'));
	expect([web.width, web.height, web.rgba[3]]).toEqual([100, 75, 255]);
});

test('an animation whose first frame goes beyond its canvas is broken', async () => {
	for (const size of [3, 6]) {
		const web = Buffer.from(read('animated.webp'));
		// Offset of the frame across or down, in steps of two dots.
		web.writeUIntLE(200_000, web.indexOf('ANMF') + 8 + size - 3, 3);
		expect(await decodeImage(web)).toEqual({ refused: 'broken' });
	}
});

test('transparency of WebP and PNG is kept, and seen on white alike', async () => {
	const { pixels } = await seen(read('alpha.webp'));
	expect(new Set(pixels.rgba.filter((_, at) => at % 4 === 3)).size).toBeGreaterThan(10);
	expect(await hashOf('alpha.webp')).toBe(await hashOf('alpha.png'));
});

test('files cut off are damaged, or broken where nothing can be seen', async () => {
	for (const name of ['photo.jpg', 'animated.gif', 'photo.png']) {
		const file = read(name);
		const cut = name.endsWith('gif') ? 2000 : Math.floor(file.length * 0.7);
		expect((await seen(file.subarray(0, cut))).damaged, name).toBe(true);
		expect((await seen(file)).damaged, name).toBe(false);
	}
	for (const name of ['photo.jpg', 'cmyk.jpg', 'animated.gif', 'lossless.webp', 'photo.png']) {
		for (const length of [12, 40])
			expect(await decodeImage(read(name).subarray(0, length)), name).toEqual({ refused: 'broken' });
	}
});

test('every format refuses too many pixels before decoding', async () => {
	const jpeg = Buffer.from(read('photo.jpg'));
	const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
	jpeg.writeUInt16BE(60_000, frame + 5);
	jpeg.writeUInt16BE(60_000, frame + 7);
	const gif = Buffer.from(read('animated.gif'));
	gif.writeUInt16LE(65_535, 6);
	gif.writeUInt16LE(65_535, 8);
	const webp = Buffer.from(read('animated.webp'));
	webp.writeUIntLE(16_383, 24, 3);
	webp.writeUIntLE(16_383, 27, 3);
	for (const bomb of [jpeg, gif, webp]) expect(await decodeImage(bomb)).toEqual({ refused: 'too-many-pixels' });
});

test('what is no picture is said to be of unknown format', async () => {
	for (const text of ['', 'GIF', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'BM123456']) {
		expect(await decodeImage(Buffer.from(text))).toEqual({ refused: 'unknown-format' });
	}
	// Lossless, and with arithmetic coding.
	for (const marker of [0xc3, 0xc9, 0xca]) {
		const jpeg = Buffer.from(read('photo.jpg'));
		jpeg[jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 1] = marker;
		expect(await decodeImage(jpeg)).toEqual({ refused: 'unknown-format' });
	}
});

test('a decoder that gave up on one file still decodes the next', async () => {
	expect(await decodeImage(read('photo.jpg').subarray(0, 300))).toEqual({ refused: 'broken' });
	expect((await seen(read('photo.jpg'))).damaged).toBe(false);
});

test('files decoded at the same time do not disturb each other', async () => {
	const [whole, cut, cmyk] = [read('photo.jpg'), read('photo.jpg').subarray(0, 300), read('cmyk.jpg')];
	const [alone, other] = [await seen(whole), await seen(cmyk)];
	const all = await Promise.all([whole, cut, whole, cmyk, cut, whole].map((file) => decodeImage(file)));
	const broken = { refused: 'broken' };
	expect(all).toEqual([alone, broken, alone, other, broken, alone]);
});
