/** Exact probabilities against values worked out by hand or printed elsewhere. */
import { expect, test } from 'vitest';
import { holm } from '../../../../src/engines/timeline/hounding/holm.ts';
import { binomialTail, shareInterval, sumTail } from '../../../../src/engines/timeline/hounding/tails.ts';

test('binomial tails', () => {
	expect(binomialTail(0, 10, 0.3)).toBe(1);
	expect(binomialTail(11, 10, 0.3)).toBe(0);
	expect(binomialTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
	expect(binomialTail(1, 10_000, 0.0001)).toBeCloseTo(1 - 0.9999 ** 10_000, 10);
	expect(binomialTail(3, 5, 1)).toBe(1);
});

test('sums of unlike chances', () => {
	expect(sumTail(2, [0.5, 0.5])).toBe(0.25);
	expect(sumTail(1, [0.1, 0.2, 0.3])).toBeCloseTo(1 - 0.9 * 0.8 * 0.7, 12);
	expect(sumTail(2, [0.1, 0.2, 0.3])).toBeCloseTo(0.1 * 0.2 * 0.7 + 0.1 * 0.8 * 0.3 + 0.9 * 0.2 * 0.3 + 0.006, 12);
	expect(sumTail(0, [])).toBe(1);
	expect(sumTail(1, [])).toBe(0);
});

test('Clopper-Pearson intervals: none of n has the upper end 1 - (0.025)^(1/n), all of n the lower end (0.025)^(1/n)', () => {
	const [low, high] = shareInterval(0, 10);
	expect(low).toBe(0);
	expect(high).toBeCloseTo(1 - 0.025 ** 0.1, 9);
	const [least, most] = shareInterval(10, 10);
	expect(least).toBeCloseTo(0.025 ** 0.1, 9);
	expect(most).toBe(1);
	const [a, b] = shareInterval(5, 20);
	expect(binomialTail(5, 20, a)).toBeCloseTo(0.025, 9);
	expect(1 - binomialTail(6, 20, b)).toBeCloseTo(0.025, 9);
});

test('Holm: each p times the number of questions still open, never falling', () => {
	expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
	expect(holm([0.9, 0.8])).toEqual([1, 1]);
	expect(holm([])).toEqual([]);
});
