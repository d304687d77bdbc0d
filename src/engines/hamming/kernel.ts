/** What an index kernel does, where it keeps things, and the WebAssembly one (kernel/index.as). */
import { startKernel } from '../wasm.ts';
import { wasm } from './kernel/index.wasm.ts';

export interface Kernel {
	readonly buffer: ArrayBuffer;
	plan(slots: number, bits: number): boolean;
	reserve(chunks: number): boolean;
	hashAt(id: number): number;
	add(from: number, count: number): void;
	/** False if the record has been removed before. */
	remove(id: number): boolean;
	search(radius: number, cap: number): number;
	scan(from: number, count: number, radius: number): number;
}

/** Addresses in the memory of a kernel, in bytes. */
export const places = { query: 1024, radii: 1088, found: 16384, heads: 16384 + 524288 };

/** Records that lie side by side: 32 bytes of hash each, then their links. */
export const chunk = 65536;

interface Exports extends Omit<Kernel, 'buffer' | 'plan' | 'reserve' | 'remove'> {
	readonly memory: { readonly buffer: ArrayBuffer };
	plan(slots: number, bits: number): number;
	reserve(chunks: number): number;
	remove(id: number): number;
}

/** A kernel with its own memory of up to 4 GB. Throws where WebAssembly is missing. */
export function wasmKernel(): Kernel {
	// The module is ours, built from kernel/index.as: its exports are what Exports says.
	const run = startKernel(wasm) as Exports;
	return {
		get buffer() {
			return run.memory.buffer;
		},
		plan: (slots, bits) => run.plan(slots, bits) !== 0,
		reserve: (chunks) => run.reserve(chunks) !== 0,
		hashAt: (id) => run.hashAt(id) >>> 0,
		add: (from, count) => run.add(from, count),
		remove: (id) => run.remove(id) !== 0,
		search: (radius, cap) => run.search(radius, cap),
		scan: (from, count, radius) => run.scan(from, count, radius),
	};
}
