/** The return code: survives any spelling, tells a slip of the pen, and gives the keys that RFC 5869 says. */
import { hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeBytes, codeText, keysOfCode, readCode } from '../../../src/contract/return-code.ts';

const codes = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes });
const shape = /^(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/;

test('a code holds 120 bits, and every one of them comes back', () => {
	expect(codeBytes * 8).toBeGreaterThanOrEqual(80);
	fc.assert(
		fc.property(codes, (code) => {
			const text = codeText(code);
			expect(text).toMatch(shape);
			expect(readCode(text)).toEqual(Uint8Array.from(code));
		}),
	);
	expect(codeText(new Uint8Array(codeBytes))).toBe('00000-00000-00000-00000-00000');
});

test('written by hand: lower case, blanks, other dashes, O for 0, I and L for 1', () => {
	fc.assert(
		fc.property(codes, fc.constantFrom(' ', '', '—', '-', '\n'), (code, between) => {
			const sloppy = codeText(code)
				.toLowerCase()
				.replaceAll('-', between)
				.replaceAll('0', 'o')
				.replace('1', 'l')
				.replace('1', 'I');
			expect(readCode(sloppy)).toEqual(Uint8Array.from(code));
		}),
	);
});

test('one wrong digit, or two neighbours that swapped places, is never taken for a code', () => {
	fc.assert(
		fc.property(codes, fc.nat(23), fc.integer({ min: 1, max: 30 }), (code, at, by) => {
			const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
			const text = codeText(code).replaceAll('-', '');
			const old = digits.indexOf(text[at] ?? '');
			// 0 and Z are the same modulo 31: the one confusion of a digit that the check cannot see.
			const wrong = digits[(old + by) % 32] ?? '';
			if ((digits.indexOf(wrong) - old) % 31 !== 0)
				expect(readCode(text.slice(0, at) + wrong + text.slice(at + 1))).toBeNull();
			const swapped = text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
			const differ = digits.indexOf(text[at + 1] ?? '') - old;
			if (at < 23 && differ % 31 !== 0) expect(readCode(swapped)).toBeNull();
		}),
	);
	for (const other of [
		'',
		'hello',
		'00000-00000-00000-00000-0000',
		`${'0'.repeat(26)}`,
		'UUUUU-00000-00000-00000-00000',
	])
		expect(readCode(other)).toBeNull();
});

test('id, capability and reading key are three independent outputs of HKDF-SHA-256', async () => {
	const code = Uint8Array.from({ length: codeBytes }, (_, at) => at * 17);
	const derive = (info: string, bytes: number): Buffer =>
		Buffer.from(hkdfSync('sha256', code, Buffer.alloc(0), `wikihaven ${info}`, bytes));
	expect(await keysOfCode(code)).toEqual({
		id: derive('report id', 16).toString('base64url'),
		secret: derive('capability', 32).toString('base64url'),
		follow: Uint8Array.from(derive('reporter key', 32)),
	});
});

test('what a code opens of a hearing has nothing in common with what it opens of a report', async () => {
	const code = Uint8Array.from({ length: codeBytes }, (_, at) => at * 17);
	const [report, hearing] = [await keysOfCode(code), await keysOfCode(code, 'hearing')];
	expect(hearing.id).not.toBe(report.id);
	expect(hearing.secret).not.toBe(report.secret);
	expect(hearing.follow).not.toEqual(report.follow);
});
