/** Reads a hash list from a text that comes in pieces, and three hashes that stand in such lists. */
import { readList } from '../../../src/backend/upload/lists/formats.ts';
import type { FormatId, ListRecord } from '../../../src/backend/upload/lists/record.ts';

export const md5 = '0123456789abcdef'.repeat(2);
export const pdq = '5a3c'.repeat(3) + '36c9' + 'c3a5f00f6996e11e'.repeat(3);
export const sha256 = 'fedcba98'.repeat(8);

async function* cut(text: string, size: number): AsyncGenerator<Uint8Array> {
	const bytes = new TextEncoder().encode(text);
	for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

export async function read(format: FormatId, text: string, size = 7) {
	const reading = readList(format, cut(text, size));
	const records: ListRecord[] = [];
	for await (const some of reading.records) records.push(...some);
	return { records, next: reading.next() };
}

export const hashesOf = (records: ListRecord[]) =>
	records.map((one) => (one.type === 'hash' ? `${one.kind}:${one.hex}` : one.type));
