/** The fast forms of PDQ: one WebAssembly kernel with vectors, one without, chosen by what the engine can run. */
import { startKernel } from '../wasm.ts';
import { plainCore, skipsBlur, type Core } from './core.ts';
import { dctMatrix } from './dct.ts';
import { wasm as scalar } from './kernel/scalar.wasm.ts';
import { wasm as simd } from './kernel/simd.wasm.ts';
import { luma } from './luma.ts';
import { fillRows } from './rows.ts';

interface Kernel {
	readonly memory: { readonly buffer: ArrayBuffer };
	plan(width: number, height: number): number;
	rowBytes(): number;
	steps(): number;
	band(rows: number, grey: number): void;
	transform(): void;
	steepness(): number;
}

/** Where the kernels keep the matrix, the same turned, the coefficients and the reduced image (kernel/*.as). */
const at = { matrix: 1024, turned: 5120, result: 13312, image: 14336 };

/** The fastest form that runs here: the plain one where WebAssembly is missing or forbidden. */
export function loadCore(): Core {
	return loadKernel('simd') ?? loadKernel('scalar') ?? plainCore;
}

/** One of the kernels, or null where it does not run. */
export function loadKernel(name: 'simd' | 'scalar'): Core | null {
	try {
		// The module is ours, built from kernel/*.as: its exports are what Kernel says.
		return coreOf(name, startKernel(name === 'simd' ? simd : scalar) as Kernel);
	} catch {
		return null;
	}
}

function coreOf(name: 'simd' | 'scalar', kernel: Kernel): Core {
	const floats = (address: number, length: number) => new Float32Array(kernel.memory.buffer, address, length);
	floats(at.matrix, 1024).set(dctMatrix);
	floats(at.turned, 1024).forEach((_, i, all) => (all[i] = dctMatrix[(i & 15) * 64 + (i >> 4)] ?? 0));
	return {
		name,
		reduce(source) {
			if (skipsBlur(source)) return luma(source);
			const input = kernel.plan(source.width, source.height);
			if (input === 0) return plainCore.reduce(source);
			const stride = kernel.rowBytes() >> 2;
			const words = new Uint32Array(kernel.memory.buffer, input, stride * 8);
			for (let y = 0; y < kernel.steps(); y += 8) {
				const rows = Math.max(0, Math.min(8, source.height - y));
				fillRows(source, y, rows, words, stride);
				kernel.band(rows, source.grey ? 1 : 0);
			}
			return floats(at.image, 4096).slice();
		},
		transform(image) {
			floats(at.image, 4096).set(image);
			kernel.transform();
			return floats(at.result, 256).slice();
		},
		steepness(image) {
			floats(at.image, 4096).set(image);
			return kernel.steepness();
		},
	};
}
