/** What the last build weighs against the design's budgets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../build/setup/folders.ts';
import { overBudget, type Size } from '../../build/sizes.ts';

const { bundle } = JSON.parse(readFileSync(join(root, 'dist', 'sizes.json'), 'utf8')) as {
	bundle: Record<string, Size>;
};

test('the build says what each part weighs, raw and gzipped', () => {
	for (const part of ['page.extension', 'page.gadget', 'panel', 'background']) {
		expect(bundle[part]?.gzip, part).toBeGreaterThan(100);
		expect(bundle[part]?.raw, part).toBeGreaterThan(bundle[part]?.gzip ?? Infinity);
	}
});

test.each(['page.extension', 'page.gadget'])('R3 %s, code on every page view, is at most 12 kB gzipped', (part) => {
	expect(bundle[part]?.gzip).toBeLessThanOrEqual(12 * 1024);
});

test('no part is over its budget', () => {
	expect(overBudget(bundle)).toEqual([]);
});
