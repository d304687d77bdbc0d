/** A small seeded random source, so that a failing page can be made again from its seed. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = (seed * 2654435761 + 1) >>> 0;
	}

	/** A whole number from 0 up to, not including, `below`. Marsaglia's xorshift, 32 bits. */
	below(below: number): number {
		let x = this.#state || 1;
		x ^= x << 13;
		x ^= x >>> 17;
		x ^= x << 5;
		this.#state = x >>> 0;
		return this.#state % below;
	}

	of<T>(choices: readonly [T, ...T[]]): T {
		return choices[this.below(choices.length)] ?? choices[0];
	}
}
