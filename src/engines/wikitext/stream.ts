/** A page's tokens as two flat arrays: they tile the text, so a token begins where the one before it ends. */
import { Kind } from './kinds.ts';

export interface TokenStream {
	/** How many tokens; the arrays may be longer. */
	count: number;
	kinds: Uint8Array<ArrayBuffer>;
	/** Where each token ends, in UTF-16 units from the beginning of the page. */
	ends: Uint32Array<ArrayBuffer>;
}

/**
 * Gathers tokens in order. Text next to text becomes one token and an empty token none (the grammar ends a last line with
 * one), so that a stream has one form only.
 */
export class StreamBuilder {
	#count = 0;
	#kinds: Uint8Array<ArrayBuffer>;
	#ends: Uint32Array<ArrayBuffer>;

	constructor(expected = 1024) {
		this.#kinds = new Uint8Array(expected);
		this.#ends = new Uint32Array(expected);
	}

	add(kind: number, end: number): void {
		const last = this.#count - 1;
		if (end === (last >= 0 ? this.#ends[last] : 0)) return;
		if (kind === Kind.text && last >= 0 && this.#kinds[last] === Kind.text) {
			this.#ends[last] = end;
			return;
		}
		if (this.#count === this.#kinds.length) this.#grow();
		this.#kinds[this.#count] = kind;
		this.#ends[this.#count++] = end;
	}

	#grow(): void {
		const kinds = new Uint8Array(this.#count * 2);
		const ends = new Uint32Array(this.#count * 2);
		kinds.set(this.#kinds);
		ends.set(this.#ends);
		this.#kinds = kinds;
		this.#ends = ends;
	}

	finish(): TokenStream {
		return { count: this.#count, kinds: this.#kinds, ends: this.#ends };
	}
}
