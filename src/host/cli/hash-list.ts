/** A list of PDQ hashes in a text file, as an index that knows each entry's line. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { HammingIndex, type Match } from '../../engines/hamming/index.ts';

export interface HashList {
	readonly size: number;
	/** Lines that hold no hash; empty lines and those that begin with # are not counted. */
	readonly skipped: number;
	/** The entries within a distance of a hash, the nearest first. */
	search(hash: string, radius: number): { hash: string; line: number; distance: number }[];
}

const hash64 = /(?:^|[^0-9a-f])([0-9a-f]{64})(?:[^0-9a-f]|$)/i;

/** Reads a list: the first 64 hexadecimal digits of every line, whatever stands around them. Rejects if it cannot be read. */
export async function readHashList(path: string): Promise<HashList> {
	const index = new HammingIndex(Math.ceil((await stat(path)).size / 65));
	const lines: number[] = [];
	const waiting = Buffer.alloc(32 * 4096);
	let held = 0;
	let line = 0;
	let skipped = 0;
	const flush = (): void => {
		index.addAll(waiting.subarray(0, held));
		held = 0;
	};
	for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
		line++;
		const hash = hash64.exec(text)?.[1];
		if (hash) {
			held += waiting.write(hash, held, 'hex');
			lines.push(line);
			if (held === waiting.length) flush();
		} else if (!/^\s*(?:#|$)/.test(text)) skipped++;
	}
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
