/** What a file is by its bytes, before anything of it is unpacked, and which drawings are drawn at all. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeImage } from '../../../src/host/cli/decode/decode.ts';
import { exactOfLarge } from '../../../src/panel/workers/hash-exact.ts';
import { readHead } from '../../../src/panel/workers/hash-head.ts';
import { plainFile } from '../../../src/panel/workers/hash-strip.ts';
import { isDrawable } from '../../../src/panel/workers/hash-svg.ts';
import { loadCore } from '../../../src/engines/pdq/wasm-core.ts';
import { hashBytes } from '../../../src/host/cli/file-hashes.ts';
import { landscape } from '../../wiki/seeds/picture.ts';

const root = join(import.meta.dirname, '../../fixtures/pictures');
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

test.each(readdirSync(root))('%s: kind, size and grey are what its decoder finds', async (name) => {
	const bytes = new Uint8Array(readFileSync(join(root, name)));
	const decoded = await decodeImage(bytes);
	if ('refused' in decoded) throw new Error(decoded.refused);
	const { width, height, grey } = decoded.pixels;
	const kind = name.endsWith('.jpg') ? 'jpeg' : name.split('.')[1];
	expect(readHead(bytes)).toEqual({ kind, width, height, grey });
	// Without its profile and orientation it is the same picture still.
	const plain = new Uint8Array(await plainFile(bytes, readHead(bytes).kind).arrayBuffer());
	const again = await decodeImage(plain);
	expect('refused' in again ? again.refused : again.pixels).toEqual(decoded.pixels);
});

test('whatever the bytes are, a head is told and nothing thrown', () => {
	const starts = ['\xff\xd8\xff\xe1\x00', '\x89PNG\r\n\x1a\n', 'GIF89a', 'RIFF\x00\x00\x00\x00WEBPVP8X', '<svg '];
	fc.assert(
		fc.property(fc.constantFrom(...starts, ''), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
			const bytes = Uint8Array.from([...Array.from(start, (char) => char.charCodeAt(0)), ...rest]);
			const { kind, width, height } = readHead(bytes);
			expect(width * height).toBeGreaterThanOrEqual(0);
			plainFile(bytes, kind);
		}),
	);
});

test.each([
	['<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
	['plain words and <svg in them', 'other'],
	['\x1aE\xdf\xa3 and the rest of a video', 'video'],
	['OggS\x00\x02 and the rest of a video', 'video'],
])('%j is %s', (words, kind) => {
	expect(readHead(Uint8Array.from(words, (char) => char.charCodeAt(0))).kind).toBe(kind);
});

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(root, name)));
/** Where its last marker or chunk begins, counted from the end. */
const ends = { 'photo.jpg': 2, 'grey.jpg': 2, 'cmyk.jpg': 2, PNG: 12 } as const;

test.each(Object.keys(ends) as (keyof typeof ends)[])(
	'%s without its end is broken, with more after it whole',
	(name) => {
		const whole = name === 'PNG' ? landscape(96, 72, 6) : fixture(name);
		const head = readHead(whole);
		expect(head.width * head.height).toBeGreaterThan(0);
		expect(readHead(Uint8Array.from([...whole, 0, 1, 2]))).toEqual(head);
		for (const less of [ends[name], ends[name] + 4, whole.length >> 1]) {
			expect(readHead(whole.subarray(0, -less)), `${less} bytes less`).toMatchObject({ kind: head.kind, width: 0 });
		}
	},
);

test('a JPEG whose preview is whole and whose picture is not is broken', () => {
	const whole = fixture('photo.jpg');
	const length = whole.length + 2;
	const preview = [0xff, 0xe1, length >> 8, length & 255, ...whole];
	const carrying = Uint8Array.from([0xff, 0xd8, ...preview, ...whole.subarray(2)]);
	expect(readHead(carrying)).toEqual(readHead(whole));
	expect(readHead(carrying.subarray(0, -2))).toMatchObject({ kind: 'jpeg', width: 0 });
});

const svg = (inner: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`;
const nest = (depth: number): string =>
	Array.from({ length: depth }, (_, n) => `<g id="a${n + 1}">${`<use href="#a${n}"/>`.repeat(10)}</g>`).join('');

test.each([
	['a plain drawing', svg('<g id="a"><rect width="9" height="9"/></g><use href="#a"/>'), true],
	[
		'gradients and a style',
		svg('<defs><linearGradient id="g"/></defs><style>rect{fill:red}</style><rect fill="url(#g)"/>'),
		true,
	],
	['parts that refer to parts', svg(`<g id="a0"><rect/></g>${nest(9)}`), false],
	[
		'the same behind a quoted bracket',
		svg(`<g id="a0"><rect/></g>${nest(9).replaceAll('<use', '<use title=">"')}`),
		false,
	],
	['a part that refers to itself', svg('<g id="a"><use href="#a"/></g>'), false],
	[
		'patterns filled with patterns',
		svg(`<pattern id="a0"/>${nest(9).replaceAll('href="', 'fill="url(').replaceAll('"/>', ')"/>')}`),
		false,
	],
	['entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', false],
	['a filter without end', svg('<filter><feTurbulence numOctaves="9999"/></filter>'), false],
	['references in a style sheet', svg('<style>*{fill:url(#p)}</style><rect/>'), false],
	['depth without end', svg('<g>'.repeat(5000)), false],
	['more parts than are drawn', svg('<rect/>'.repeat(20_000)), false],
	['an open tag', '<svg><rect ', false],
])('%s: drawn %s', (_, drawing, expected) => {
	expect(isDrawable(drawing)).toBe(expected);
});

test('a large file read piece by piece has the hashes of the whole', async () => {
	const bytes = Uint8Array.from({ length: 9_000_001 }, (_, n) => (n * 31) & 255);
	const parts: number[] = [];
	const { md5, sha1, sha256 } = await exactOfLarge(new Blob([bytes]), (part) => parts.push(part));
	const whole = await hashBytes(loadCore(), bytes);
	expect({ md5, sha1, sha256 }).toEqual({ md5: whole.md5, sha1: whole.sha1base36, sha256: whole.sha256 });
	expect(parts).toEqual([4_000_000 / 9_000_001, 8_000_000 / 9_000_001, 1]);
	expect(readHead(text(''))).toMatchObject({ kind: 'other' });
});
