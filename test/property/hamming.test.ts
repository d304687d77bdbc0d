/** The index finds exactly what comparing everything finds, whatever is added and removed in between. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HammingIndex, type Match } from '../../src/engines/hamming/index.ts';
import { wasmKernel } from '../../src/engines/hamming/kernel.ts';
import { PlainKernel } from '../../src/engines/hamming/plain-kernel.ts';
import { flipped, noise, random } from '../unit/engines/hamming/hashes.ts';

/** Enough records for the index to be used at all. */
const many = 20_000;

/** The measure: every pair of bytes compared, with nothing of the index. */
function compared(all: Map<number, Uint8Array>, query: Uint8Array, radius: number): Match[] {
	const found: Match[] = [];
	for (const [id, hash] of all) {
		let distance = 0;
		for (let i = 0; i < 32; i++) {
			for (let rest = (hash[i] ?? 0) ^ (query[i] ?? 0); rest; rest &= rest - 1) distance++;
		}
		if (distance <= radius) found.push({ id, distance });
	}
	return found.sort((a, b) => a.distance - b.distance || a.id - b.id);
}

describe.each([
	['WebAssembly', wasmKernel],
	['plain', () => new PlainKernel()],
])('%s', (_name, kernel) => {
	test('recall is 1.0 at every radius, near and far', () => {
		const next = random(7);
		const hashes = noise(next, many);
		const index = new HammingIndex(many, kernel());
		index.addAll(hashes);
		const all = new Map(Array.from({ length: many }, (_, id) => [id, hashes.subarray(id * 32, id * 32 + 32)]));
		fc.assert(
			fc.property(fc.nat(many - 1), fc.nat(45), fc.nat(40), fc.integer(), (id, away, radius, seed) => {
				const query = flipped(random(seed), all.get(id) ?? new Uint8Array(32), away);
				const wanted = compared(all, query, radius);
				expect(index.search(query, radius)).toEqual(wanted);
				expect(index.scan(query, radius)).toEqual(wanted);
				expect(wanted.some((match) => match.id === id)).toBe(away <= radius);
			}),
			{ numRuns: 60 },
		);
	});

	test('what is added is found at once and what is removed is not, in any order', () => {
		const next = random(11);
		const index = new HammingIndex(1000, kernel());
		const all = new Map<number, Uint8Array>();
		const seeds = Array.from({ length: 40 }, () => noise(next, 1));
		const add = (hash: Uint8Array): void => void all.set(index.add(hash), hash);
		for (let i = 0; i < many; i++) add(i % 3 ? noise(next, 1) : flipped(next, seeds[i % 40] ?? noise(next, 1), i % 20));
		fc.assert(
			fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.nat(39), fc.nat(31), (moves, seed, radius) => {
				const ids = [...all.keys()];
				for (const move of moves) {
					const id = ids[move % ids.length] ?? 0;
					if (move % 2 && all.delete(id)) index.remove(id);
					else add(flipped(next, seeds[move % 40] ?? noise(next, 1), move % 33));
				}
				expect(index.size).toBe(all.size);
				const query = seeds[seed] ?? noise(next, 1);
				expect(index.search(query, radius)).toEqual(compared(all, query, radius));
			}),
			{ numRuns: 25 },
		);
	});
});
