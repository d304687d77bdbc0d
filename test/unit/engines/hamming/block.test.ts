/** Many hashes against a few, in both kernels: the same as comparing each with each. */
import { expect, test } from 'vitest';
import { HammingBlock } from '../../../../src/engines/hamming/block.ts';
import { HammingIndex } from '../../../../src/engines/hamming/index.ts';
import { wasmKernel } from '../../../../src/engines/hamming/kernel.ts';
import { PlainKernel } from '../../../../src/engines/hamming/plain-kernel.ts';
import { flipped, noise, random } from './hashes.ts';

const part = (hashes: Uint8Array, at: number): Uint8Array => hashes.slice(at * 32, at * 32 + 32);

test.each([
	['WebAssembly', wasmKernel],
	['plain', () => new PlainKernel()],
] as const)(
	'every place within the radius is told once, across blocks, and nothing of the block before (%s)',
	(_, kernel) => {
		const next = random(11);
		const many = noise(next, 70_000);
		const block = new HammingBlock(kernel());
		const wanted = [0, 65_535, 65_536, 69_999].map((at) => flipped(next, part(many, at), 31));
		expect(block.near(many, [...wanted, ...wanted], 31)).toEqual([0, 65_535, 65_536, 69_999]);
		expect(block.near(many, wanted, 30)).toEqual([]);
		expect(block.near(many.subarray(0, 32), wanted, 31)).toEqual([0]);
		expect(block.near(many.subarray(32, 64), wanted, 31), 'what lay there before is not met').toEqual([]);
		expect(block.near(new Uint8Array(), wanted, 31)).toEqual([]);
		expect(block.near(many, [], 31)).toEqual([]);
		const index = new HammingIndex(1_000);
		index.addAll(many.subarray(0, 32_000));
		const far = wanted.slice(0, 1);
		expect(block.near(many.subarray(0, 32_000), far, 110)).toEqual(
			index
				.scan(far[0] ?? many, 110)
				.map(({ id }) => id)
				.sort((a, b) => a - b),
		);
	},
);
