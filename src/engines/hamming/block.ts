/** Many hashes compared with a few, without an index: what comes once only is compared faster than it is sorted in. */
import { bestKernel } from './best-kernel.ts';
import { chunk, places, type Kernel } from './kernel.ts';

export class HammingBlock {
	readonly #kernel: Kernel;

	constructor(kernel: Kernel = bestKernel()) {
		this.#kernel = kernel;
		// The narrowest index there is: nothing is ever put into it, only the hashes lie in its chunk.
		if (!kernel.plan(1, 1) || !kernel.reserve(1)) throw new RangeError('No memory for a block');
	}

	/** Which of `hashes` (32 bytes each, however many) are within `radius` (inclusive) of one of `wanted`: their places, in order. */
	near(hashes: Uint8Array, wanted: readonly Uint8Array[], radius: number): number[] {
		const found = new Set<number>();
		for (let from = 0; from * 32 < hashes.length; from += chunk) {
			const some = hashes.subarray(from * 32, (from + chunk) * 32);
			new Uint8Array(this.#kernel.buffer, this.#kernel.hashAt(0), some.length).set(some);
			for (const hash of wanted) {
				new Uint8Array(this.#kernel.buffer, places.query, 32).set(hash);
				const count = this.#kernel.scan(0, some.length / 32, radius);
				const pairs = new Uint32Array(this.#kernel.buffer, places.found, count * 2);
				for (let at = 0; at < count; at++) found.add(from + (pairs[at * 2] ?? 0));
			}
		}
		return [...found].sort((a, b) => a - b);
	}
}
