/** The compiled kernels that are committed are those of the sources beside them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kernels, moduleOf, outputOf } from '../../../../build/kernels/main.ts';

test.each(kernels)('$source is compiled as it stands and weighs at most 12 KB gzipped', async (kernel) => {
	expect(readFileSync(outputOf(kernel.source), 'utf8')).toBe(await moduleOf(kernel));
});

test('no kernel uses fused multiply-add, whose bits differ from machine to machine', () => {
	for (const { source } of kernels) {
		const code = readFileSync(join(import.meta.dirname, '../../../..', source), 'utf8');
		expect(code).not.toMatch(/relaxed/);
	}
});
