/** Hash checking for a test: a configuration, lists of made-up hashes, and the service over a fresh store. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { checkingOf, UploadConfigSchema, type Checking } from '../../../src/backend/upload/config.ts';

export type UploadInput = v.InferInput<typeof UploadConfigSchema>;

/** 64 digits with 128 bits set, other ones for every seed: nothing that any picture has. */
export function madePdq(seed: number): string {
	let state = (seed * 2_654_435_761 + 12_345) >>> 0;
	const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
	const bits = Array.from<unknown, number>({ length: 256 }, (_, at) => (at < 128 ? 1 : 0));
	for (let at = 255; at > 0; at--) {
		const other = Math.floor(next() * (at + 1));
		[bits[at], bits[other]] = [bits[other] ?? 0, bits[at] ?? 0];
	}
	return Array.from({ length: 64 }, (_, at) =>
		Number.parseInt(bits.slice(at * 4, at * 4 + 4).join(''), 2).toString(16),
	).join('');
}

/** The same with this many bits turned over. */
export function near(hex: string, bits: number): string {
	const bytes = Buffer.from(hex, 'hex');
	for (let at = 0; at < bits; at++) bytes[at % 32] = (bytes[at % 32] ?? 0) ^ (1 << Math.floor(at / 32));
	return bytes.toString('hex');
}

export function checkingFor(input: UploadInput): Checking {
	const checking = checkingOf(v.parse(UploadConfigSchema, input));
	if (!checking) throw new Error('hash checking would be off');
	return checking;
}

/** A folder that is gone after the tests, with a file of a password in it. */
export function secretFile(text: string): { path: string; folder: string; remove(): void } {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-upload-'));
	const path = join(folder, 'password');
	writeFileSync(path, `${text}\n`, { mode: 0o600 });
	return { path, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Recipient of nobody here: tests that open what was preserved use their own. */
export const someRecipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

export const legalContact = { name: 'Legal', email: 'legal@haven.test' };

/** Asks until it is there; the test's own time limit ends it. */
export async function eventually<T>(ask: () => Promise<T | undefined | null | false>): Promise<T> {
	for (;;) {
		const found = await ask();
		if (found !== undefined && found !== null && found !== false) return found;
		await new Promise((next) => setTimeout(next, 20));
	}
}

/** What a client could send of a picture that has this PDQ hash and made-up others. */
export function canaryHashes(pdq: string) {
	return {
		sha1: 'a'.repeat(31),
		md5: 'b'.repeat(32),
		sha256: 'c'.repeat(64),
		views: [{ view: 'full/original', hash: pdq }],
	};
}
