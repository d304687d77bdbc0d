/** The pictures with known hashes: read, decoded, and the digest that their intermediate steps are given in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKernel } from '../../../../src/engines/pdq/wasm-core.ts';
import { plainCore, type Core } from '../../../../src/engines/pdq/core.ts';
import type { Pixels } from '../../../../src/engines/pdq/pixels.ts';
import { decodePng } from '../../../../src/host/cli/decode/png.ts';

interface Expected {
	hash: string;
	quality: number;
	luma_fnv64?: string;
	b64_fnv64?: string;
	dct_fnv64?: string;
}

interface Vector {
	name: string;
	width: number;
	height: number;
	mode: 'RGB' | 'L';
	pixels_sha256: string;
	strict: boolean;
	full: Expected;
	nn512: Expected;
	greyAsRgb?: Expected;
	turns: Record<string, { full: string; quality: number; nn512: string }>;
}

export const folder = join(import.meta.dirname, '../../../fixtures/pdq');
export const { vectors } = JSON.parse(readFileSync(join(folder, 'vectors.json'), 'utf8')) as { vectors: Vector[] };

export async function pixelsOf(name: string): Promise<Pixels> {
	const decoded = await decodePng(readFileSync(join(folder, `${name}.png`)));
	if ('refused' in decoded) throw new Error(`${name}: ${decoded.refused}`);
	return decoded.pixels;
}

/** All three forms of the core; a kernel that does not run here is a fault. */
export function allCores(): Core[] {
	const [simd, scalar] = [loadKernel('simd'), loadKernel('scalar')];
	if (!simd || !scalar) throw new Error('A kernel does not run here');
	return [plainCore, simd, scalar];
}

/** FNV-1a of 64 bits over the bytes of the floats, from the starting value that the vectors were made with. */
export function digest(floats: Float32Array): string {
	let [high, low] = [Number(1469598103934665603n >> 32n), Number(BigInt.asUintN(32, 1469598103934665603n))];
	for (const byte of new Uint8Array(floats.buffer, floats.byteOffset, floats.byteLength)) {
		low = (low ^ byte) >>> 0;
		// The prime is 2^40 + 0x1b3.
		const product = low * 0x1b3;
		high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + low * 256) % 2 ** 32;
		low = product >>> 0;
	}
	return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
