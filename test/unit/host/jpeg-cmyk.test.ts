/** JPEG files of four components give what libjpeg makes of their components, however their scans are stored. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeImage } from '../../../src/host/cli/decode/decode.ts';

const read = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures/pictures', name));

async function seen(bytes: Uint8Array): Promise<{ pixels: string; damaged: boolean }> {
	const decoded = await decodeImage(bytes);
	if ('refused' in decoded) throw new Error(decoded.refused);
	const { rgba } = decoded.pixels;
	return { pixels: createHash('sha256').update(rgba).digest('hex'), damaged: decoded.damaged };
}

// The values are C * K / 255 and so on, rounded, of what djpeg (libjpeg-turbo 2.1.5) gives as CMYK for these files.
const cmyk = { pixels: '46fdf995b340ec036aae13b8fa822805b5bbd4928b82c4423bdd400ddebd5fbc', damaged: false };
const small = { pixels: 'f619287ec8d9e97ae608b0ce0b14470fa385877ddf1c1bfa21d58308c7705341', damaged: false };

test('the dots are those of libjpeg, from one scan, from progressive ones with restarts, and from scans of pairs', async () => {
	expect(await seen(read('cmyk.jpg'))).toEqual(cmyk);
	for (const name of ['ycck.jpg', 'ycck-progressive.jpg', 'ycck-pairs.jpg'])
		expect(await seen(read(name)), name).toEqual(small);
});

test('without the marker of Adobe the values are taken as inverted all the same, as browsers do', async () => {
	const file = read('ycck.jpg');
	const at = file.indexOf(Buffer.from([0xff, 0xee]));
	const marker = at + 2 + file.readUInt16BE(at + 2);
	const plain = Buffer.from(file);
	plain[marker - 1] = 0;
	const without = Buffer.concat([file.subarray(0, at), file.subarray(marker)]);
	expect(await seen(without)).toEqual(await seen(plain));
	expect((await seen(without)).pixels).not.toBe(small.pixels);
});

test('cut off it is damaged, or broken where nothing can be seen', async () => {
	for (const name of ['cmyk.jpg', 'ycck-progressive.jpg', 'ycck-pairs.jpg']) {
		const file = read(name);
		expect((await seen(file.subarray(0, file.length * 0.8))).damaged, name).toBe(true);
		expect(await decodeImage(file.subarray(0, 100)), name).toEqual({ refused: 'broken' });
	}
});

test('any byte may be wrong: an answer comes, and never an exception', async () => {
	const file = read('ycck-progressive.jpg');
	for (let at = 2; at < file.length; at += 13) {
		const wrong = Buffer.from(file);
		wrong[at] = (wrong[at] ?? 0) ^ (at & 1 ? 255 : 16);
		expect(Object.keys(await decodeImage(wrong)).length, String(at)).toBeGreaterThan(0);
	}
});
