/** The fast forms of PDQ: one WebAssembly kernel with vectors, one without, chosen by what the engine can run. */
import { startKernel } from '../wasm.ts';
import { plainCore, skipsBlur, type Core } from './core.ts';
import { dctMatrix } from './dct.ts';
import { at, floatsOf, reduceView, sweep, type Kernel } from './drive.ts';
import { wasm as scalar } from './kernel/scalar.wasm.ts';
import { wasm as simd } from './kernel/simd.wasm.ts';
import { luma } from './luma.ts';

/** The fastest form that runs here: the plain one where WebAssembly is missing or forbidden. */
export function loadCore(): Core {
	return loadKernel('simd') ?? loadKernel('scalar') ?? plainCore;
}

/** One of the kernels, or null where it does not run. */
export function loadKernel(name: 'simd' | 'scalar'): Core | null {
	try {
		return coreOf(name, name === 'simd' ? simd : scalar);
	} catch {
		return null;
	}
}

function start(wasm: string): Kernel {
	// The module is ours, built from kernel/*.as: its exports are what Kernel says.
	const kernel = startKernel(wasm) as Kernel;
	floatsOf(kernel, at.matrix, 1024).set(dctMatrix);
	floatsOf(kernel, at.turned, 1024).forEach((_, i, all) => (all[i] = dctMatrix[(i & 15) * 64 + (i >> 4)] ?? 0));
	return kernel;
}

function coreOf(name: 'simd' | 'scalar', wasm: string): Core {
	// One for each picture that is being read: a kernel holds what it has seen of it.
	const idle = [start(wasm)];
	const take = (): Kernel => idle.pop() ?? start(wasm);
	const using = <T>(work: (kernel: Kernel) => T): T => {
		const kernel = take();
		const result = work(kernel);
		idle.push(kernel);
		return result;
	};
	return {
		name,
		reduce: (source) => (skipsBlur(source) ? luma(source) : using((kernel) => reduceView(kernel, source))),
		async sweep(raster, pass) {
			const kernel = take();
			const images = await sweep(kernel, raster, pass);
			idle.push(kernel);
			return images ?? plainCore.sweep(raster, pass);
		},
		transform: (image) =>
			using((kernel) => {
				floatsOf(kernel, at.image, 4096).set(image);
				kernel.transform();
				return floatsOf(kernel, at.result, 256).slice();
			}),
		steepness: (image) =>
			using((kernel) => {
				floatsOf(kernel, at.image, 4096).set(image);
				return kernel.steepness();
			}),
	};
}
