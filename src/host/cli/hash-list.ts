/** A list of PDQ hashes in a text file, as an index that knows each entry's line. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { HammingIndex, type Match } from '../../engines/hamming/index.ts';

export interface HashList {
	readonly size: number;
	/** Lines that hold no hash; empty lines and those that begin with # are not counted. */
	readonly skipped: number;
	/** The entries within a distance of a hash, the nearest first. */
	search(hash: string, radius: number): { hash: string; line: number; distance: number }[];
}

/** The value of each byte as a hexadecimal digit; 16 for all others. */
const digits = Uint8Array.from({ length: 256 }, (_, byte) => {
	const value = Number.parseInt(String.fromCharCode(byte), 16);
	return Number.isNaN(value) ? 16 : value;
});

/**
 * Reads a list: every 64 hexadecimal digits in a row, whatever stands around them, so that a table, JSON in one line and a
 * plain list all do. Byte by byte, as a line may be longer than a string. Rejects if it cannot be read.
 */
export async function readHashList(path: string): Promise<HashList> {
	const index = new HammingIndex(Math.ceil((await stat(path)).size / 65));
	const lines: number[] = [];
	const waiting = new Uint8Array(32 * 4096);
	let [held, run, line, skipped] = [0, 0, 1, 0];
	let [found, blank, comment] = [false, true, false];
	const flush = (): void => {
		index.addAll(waiting.subarray(0, held));
		held = 0;
	};
	const endRun = (): void => {
		if (run === 64 && !comment) {
			found = true;
			lines.push(line);
			held += 32;
			if (held === waiting.length) flush();
		}
		run = 0;
	};
	const endLine = (): void => {
		endRun();
		if (!found && !blank && !comment) skipped++;
		line++;
		[found, blank, comment] = [false, true, false];
	};
	for await (const part of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
		for (const byte of part) {
			const value = digits[byte] ?? 16;
			if (value < 16) {
				const at = held + (run >> 1);
				if (run < 64) waiting[at] = ((waiting[at] ?? 0) << 4) | value;
				run++;
				blank = false;
				continue;
			}
			if (run > 0) endRun();
			if (byte === 10) endLine();
			else if (byte > 32) {
				comment ||= blank && byte === 35;
				blank = false;
			}
		}
	}
	endLine();
	flush();
	const entry = ({ id, distance }: Match) => ({
		hash: Buffer.from(index.get(id)).toString('hex'),
		line: lines[id] ?? 0,
		distance,
	});
	return {
		size: index.size,
		skipped,
		search: (hash, radius) => index.search(Buffer.from(hash, 'hex'), radius).map(entry),
	};
}
