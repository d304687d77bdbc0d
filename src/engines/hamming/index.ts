/** An index of 256-bit hashes that finds every one within a distance, and can be added to and taken from at any moment. */
import { bestKernel } from './best-kernel.ts';
import { geometryFor, indexedRadius, radiiFor, type Geometry } from './geometry.ts';
import { chunk, places, type Kernel } from './kernel.ts';

/** A record found: the number that `add` gave, and in how many of 256 bits it differs. */
export interface Match {
	readonly id: number;
	readonly distance: number;
}

/** Below this many records comparing all is faster than the index. */
export const worthIndexing = 16_384;

/**
 * Exact at every radius. Up to distance 31 by the index; beyond, for short lists, and where a search meets too many
 * candidates (a list full of junk), by comparing every record. One call is one uninterrupted step: what has been added is
 * found by the next search, what has been removed is not.
 */
export class HammingIndex {
	readonly #kernel: Kernel;
	readonly #geometry: Geometry;
	readonly #free: number[] = [];
	#end = 0;
	#radius = -2;

	/** @param expected about how many hashes there will be: chooses the cut, is no limit. */
	constructor(expected: number, kernel: Kernel = bestKernel()) {
		this.#kernel = kernel;
		this.#geometry = geometryFor(expected);
		if (!kernel.plan(this.#geometry.slots, this.#geometry.bits)) throw new RangeError('No memory for the index');
	}

	/** How many records there are. */
	get size(): number {
		return this.#end - this.#free.length;
	}

	/** The memory taken, in bytes. */
	get bytes(): number {
		return this.#kernel.buffer.byteLength;
	}

	/** Adds one hash of 32 bytes and returns its number; numbers of removed records are used again. */
	add(hash: Uint8Array): number {
		wholeHashes(hash, 1);
		const id = this.#free.pop();
		if (id === undefined) return this.addAll(hash);
		this.#bytes(this.#kernel.hashAt(id), 32).set(hash);
		this.#kernel.add(id, 1);
		return id;
	}

	/** Adds many hashes that lie one after another, and returns the number of the first; the others follow it. */
	addAll(hashes: Uint8Array): number {
		const first = this.#end;
		const last = first + wholeHashes(hashes);
		if (!this.#kernel.reserve(Math.ceil(last / chunk))) throw new RangeError('No memory for more hashes');
		while (this.#end < last) {
			const count = Math.min(last - this.#end, chunk - (this.#end % chunk));
			const from = (this.#end - first) * 32;
			this.#bytes(this.#kernel.hashAt(this.#end), count * 32).set(hashes.subarray(from, from + count * 32));
			this.#kernel.add(this.#end, count);
			this.#end += count;
		}
		return first;
	}

	/** Removes a record; false if there is none of this number. */
	remove(id: number): boolean {
		if (!Number.isInteger(id) || id < 0 || id >= this.#end || !this.#kernel.remove(id)) return false;
		this.#free.push(id);
		return true;
	}

	/** The 32 bytes of a record. */
	get(id: number): Uint8Array {
		return this.#bytes(this.#kernel.hashAt(id), 32).slice();
	}

	/** Every record within `radius` (inclusive) of a hash of 32 bytes, the nearest first. */
	search(hash: Uint8Array, radius: number = indexedRadius): Match[] {
		if (radius > indexedRadius || this.size < worthIndexing) return this.scan(hash, radius);
		this.#ask(hash);
		if (this.#radius !== radius) {
			new Int32Array(this.#kernel.buffer, places.radii, 16).fill(-1).set(radiiFor(this.#geometry, radius));
			this.#radius = radius;
		}
		const count = this.#kernel.search(radius, this.#cap());
		return count < 0 ? this.scan(hash, radius) : nearestFirst(this.#found(count));
	}

	/** The same by comparing every record: the measure of `search` in tests, and its fall-back. */
	scan(hash: Uint8Array, radius: number = indexedRadius): Match[] {
		this.#ask(hash);
		const all: Match[] = [];
		for (let from = 0; from < this.#end; from += chunk) {
			const count = this.#kernel.scan(from, Math.min(chunk, this.#end - from), radius);
			for (const match of this.#found(count)) all.push(match);
		}
		return nearestFirst(all);
	}

	#ask(hash: Uint8Array): void {
		wholeHashes(hash, 1);
		this.#bytes(places.query, 32).set(hash);
	}

	/** Candidates that cost about as much as comparing every record. */
	#cap(): number {
		return Math.min(chunk, Math.max(4096, this.#end >> 6));
	}

	#bytes(at: number, length: number): Uint8Array {
		return new Uint8Array(this.#kernel.buffer, at, length);
	}

	#found(count: number): Match[] {
		const pairs = new Uint32Array(this.#kernel.buffer, places.found, count * 2);
		return Array.from({ length: count }, (_, i) => ({ id: pairs[2 * i] ?? 0, distance: pairs[2 * i + 1] ?? 0 }));
	}
}

const nearestFirst = (matches: Match[]): Match[] => matches.sort((a, b) => a.distance - b.distance || a.id - b.id);

/** How many hashes the bytes hold. Throws a RangeError where they are not whole hashes, or not the number wanted. */
function wholeHashes(bytes: Uint8Array, wanted: number = bytes.length / 32): number {
	if (bytes.length !== wanted * 32 || !Number.isInteger(wanted)) throw new RangeError('A hash is 32 bytes');
	return wanted;
}
