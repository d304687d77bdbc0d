/** The index in plain TypeScript over one array: what kernel/index.as does, as the reference in tests and where WebAssembly is missing. */
import { places, chunk, type Kernel } from './kernel.ts';

const more = 0x80000000;
const removed = 0xffffffff;

/** The bits set in a 32-bit word. */
function ones(word: number): number {
	word -= (word >>> 1) & 0x55555555;
	word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
	return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export class PlainKernel implements Kernel {
	buffer: ArrayBuffer = new ArrayBuffer(places.heads);
	/** The same memory in words; all positions below are in words. */
	#words = new Uint32Array(this.buffer);
	#slots = 0;
	#bits = 0;
	#found = 0;

	plan(slots: number, bits: number): boolean {
		[this.#slots, this.#bits] = [slots, bits];
		return this.reserve(0);
	}

	reserve(chunks: number): boolean {
		const bytes = this.#chunks() + chunks * chunk * (32 + 4 * this.#slots);
		if (bytes <= this.buffer.byteLength) return true;
		const words = new Uint32Array(bytes / 4);
		words.set(this.#words);
		[this.#words, this.buffer] = [words, words.buffer];
		return true;
	}

	hashAt(id: number): number {
		return this.#chunks() + Math.floor(id / chunk) * chunk * (32 + 4 * this.#slots) + (id % chunk) * 32;
	}

	add(from: number, count: number): void {
		for (let id = from; id < from + count; id++) {
			for (let slot = 0; slot < this.#slots; slot++) {
				const head = this.#head(slot, this.#value(this.#hash(id), slot));
				const old = this.#word(head);
				this.#words[this.#link(id, slot)] = old;
				this.#words[head] = id + 1 + (old === 0 ? 0 : more);
			}
		}
	}

	remove(id: number): boolean {
		if (this.#word(this.#link(id, 0)) === removed) return false;
		for (let slot = 0; slot < this.#slots; slot++) {
			let place = this.#head(slot, this.#value(this.#hash(id), slot));
			let before = -1;
			while (this.#word(place) % more !== id + 1) {
				before = place;
				place = this.#link((this.#word(place) % more) - 1, slot);
			}
			const after = this.#word(this.#link(id, slot));
			this.#words[place] = after;
			if (after === 0 && before >= 0) this.#words[before] = this.#word(before) % more;
		}
		this.#words[this.#link(id, 0)] = removed;
		return true;
	}

	search(radius: number, cap: number): number {
		this.#found = 0;
		for (let slot = 0; slot < this.#slots; slot++) {
			for (const value of this.#near(slot)) {
				for (
					let ref = this.#word(this.#head(slot, value));
					ref !== 0;
					ref = this.#word(this.#link((ref % more) - 1, slot))
				) {
					if (--cap < 0) return -1;
					const id = (ref % more) - 1;
					const distance = this.#distance(id);
					if (distance <= radius && !this.#seenBefore(id, slot)) this.#keep(id, distance);
				}
			}
		}
		return this.#found;
	}

	scan(from: number, count: number, radius: number): number {
		this.#found = 0;
		for (let id = from; id < from + count; id++) {
			const distance = this.#distance(id);
			if (distance <= radius && this.#word(this.#link(id, 0)) !== removed) this.#keep(id, distance);
		}
		return this.#found;
	}

	/** The values of a slot within its radius of the query's. */
	*#near(slot: number): Generator<number> {
		const reach = this.#radius(slot);
		const value = this.#value(places.query / 4, slot);
		if (reach >= 0) yield value;
		if (reach >= 1) for (let i = 0; i < this.#bits; i++) yield value ^ (1 << i);
		if (reach < 2) return;
		for (let i = 1; i < this.#bits; i++) {
			for (let j = 0; j < i; j++) yield value ^ (1 << i) ^ (1 << j);
		}
	}

	#seenBefore(id: number, slot: number): boolean {
		for (let s = 0; s < slot; s++) {
			const apart = ones(this.#value(this.#hash(id), s) ^ this.#value(places.query / 4, s));
			if (apart <= this.#radius(s)) return true;
		}
		return false;
	}

	#distance(id: number): number {
		let sum = 0;
		const [a, b] = [this.#hash(id), places.query / 4];
		for (let i = 0; i < 8; i++) sum += ones(this.#word(a + i) ^ this.#word(b + i));
		return sum;
	}

	#keep(id: number, distance: number): void {
		this.#words[places.found / 4 + 2 * this.#found] = id;
		this.#words[places.found / 4 + 2 * this.#found + 1] = distance;
		this.#found++;
	}

	#word = (at: number): number => this.#words[at] ?? 0;
	#chunks = (): number => places.heads + 4 * this.#slots * 2 ** this.#bits;
	#hash = (id: number): number => this.hashAt(id) / 4;
	#head = (slot: number, value: number): number => places.heads / 4 + slot * 2 ** this.#bits + value;
	#radius = (slot: number): number => this.#word(places.radii / 4 + slot) | 0;

	#link(id: number, slot: number): number {
		return this.#hash(id - (id % chunk)) + chunk * 8 + (id % chunk) * this.#slots + slot;
	}

	#value(hash: number, slot: number): number {
		const bit = slot * this.#bits;
		const [at, shift] = [hash + (bit >> 5), bit & 31];
		const low = this.#word(at) >>> shift;
		const high = shift === 0 ? 0 : this.#word(at + 1) << (32 - shift);
		return (low | high) & ((1 << this.#bits) - 1);
	}
}
