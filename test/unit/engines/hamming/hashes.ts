/** Hashes for tests and measurements: repeatable noise, and noise some bits away from a hash. */

/** A repeatable source of 32-bit numbers (xorshift by Marsaglia). */
export function random(seed: number): () => number {
	let state = seed | 0 || 1;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return Math.imul(state, 0x9e3779b1) >>> 0;
	};
}

/** `count` hashes one after another. */
export function noise(next: () => number, count: number): Uint8Array {
	const words = new Uint32Array(count * 8);
	for (let i = 0; i < words.length; i++) words[i] = next();
	return new Uint8Array(words.buffer);
}

/** The hash with exactly `bits` of its bits turned over. */
export function flipped(next: () => number, hash: Uint8Array, bits: number): Uint8Array {
	const out = hash.slice();
	const done = new Set<number>();
	while (done.size < bits) {
		const bit = next() >>> 24;
		if (!done.has(bit)) out[bit >> 3] = (out[bit >> 3] ?? 0) ^ (1 << (bit & 7));
		done.add(bit);
	}
	return out;
}
