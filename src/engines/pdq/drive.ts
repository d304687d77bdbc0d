/** How a kernel is given a picture: one view eight rows at a time, or a raster a strip at a time. */
import { plainCore } from './core.ts';
import type { Raster } from './raster.ts';
import { fillRows } from './rows.ts';
import type { Pass, Source } from './source.ts';

/** The exports of kernel/*.as; see there. */
export interface Kernel {
	readonly memory: { readonly buffer: ArrayBuffer };
	plan(width: number, height: number, bothSides: number, red: number, grey: number, room: number): number;
	steps(): number;
	band(from: number, dotStep: number, lineStep: number): void;
	transform(): void;
	steepness(): number;
}

/** Where the kernels keep the matrix, the same turned, the coefficients and the reduced images (kernel/*.as). */
export const at = { matrix: 1024, turned: 5120, result: 13312, image: 14336, otherImage: 30720 };

/** Lines that are read at once. */
const thick = 64;

export const floatsOf = (kernel: Kernel, address: number, length: number) =>
	new Float32Array(kernel.memory.buffer, address, length);

/** One view, reduced to 64 by 64. */
export function reduceView(kernel: Kernel, source: Source): Float32Array {
	const { width, height, red, grey } = source;
	const stride = (width + 3) & ~3;
	const input = kernel.plan(width, height, 0, red, grey ? 1 : 0, stride * 32);
	if (input === 0) return plainCore.reduce(source);
	const words = new Uint32Array(kernel.memory.buffer, input, stride * 8);
	for (let y = 0; y < kernel.steps(); y += 8) {
		const rows = Math.max(0, Math.min(8, height - y));
		fillRows(source, y, rows, words.fill(0, rows * stride), stride);
		kernel.band(rows > 0 ? input : 0, 4, stride * 4);
	}
	return floatsOf(kernel, at.image, 4096).slice();
}

/** Both turns that a pass sees, reduced; null where there is no memory for it. The strips: half a megabyte for a side of 2,000. */
export async function sweep(
	kernel: Kernel,
	raster: Raster,
	{ across, up }: Pass,
): Promise<[Float32Array, Float32Array] | null> {
	const [length, lines] = across ? [raster.height, raster.width] : [raster.width, raster.height];
	const stride = across ? thick : (length + 3) & ~3;
	const room = across ? thick * (length + 1) : stride * thick;
	const input = kernel.plan(length, lines, 1, raster.red, raster.grey ? 1 : 0, room * 4);
	if (input === 0) return null;
	const words = new Uint32Array(kernel.memory.buffer, input, room);
	const [dotStep, lineStep] = across ? [thick * 4, 4] : [4, stride * 4];

	/** The lines that come after `done`; where they are fewer, zeros stand for the lines behind the last. */
	const read = async (done: number): Promise<void> => {
		const count = Math.min(thick, lines - done);
		const from = up ? lines - done - count : done;
		if (count < thick) words.fill(0);
		const part = across
			? { x: from, y: 0, width: count, height: length }
			: { x: 0, y: from, width: length, height: count };
		await raster.read(part, words.subarray((up ? thick - count : 0) * (lineStep / 4)), stride);
	};
	for (let done = 0; done < kernel.steps(); done += 8) {
		if (done < lines && done % thick === 0) await read(done);
		const slot = up ? thick - 1 - (done % thick) : done % thick;
		if (done < lines) kernel.band(input + slot * lineStep, dotStep, up ? -lineStep : lineStep);
		else kernel.band(0, 0, 0);
	}
	return [floatsOf(kernel, at.image, 4096).slice(), floatsOf(kernel, at.otherImage, 4096).slice()];
}
