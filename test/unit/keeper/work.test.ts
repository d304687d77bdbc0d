/** Proof of work: bound to one report, found in slices, called off with the process. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { workText, zeroBits } from '../../../src/contract/standing.ts';
import { hasWorked, openWork } from '../../../src/backend/standing/work.ts';
import { workFor } from '../../../src/keeper/standing/work.ts';

const report = { id: 'R'.repeat(22), hash: 'a'.repeat(64) };
const going = new AbortController().signal;

test.each([0, 1, 8, 13])('%i bits: what is found counts for this report and no other', async (bits) => {
	const nonce = (await workFor(report, bits, going)) ?? '';
	const hash = createHash('sha256').update(workText(report, nonce)).digest();
	expect(zeroBits(hash)).toBeGreaterThanOrEqual(bits);
	expect(hasWorked(report, nonce, bits)).toBe(true);
	// A chance of 1 in 2 to the power of what is asked for here.
	expect(hasWorked({ ...report, id: 'S'.repeat(22) }, nonce, 200)).toBe(false);
	expect(hasWorked({ ...report, hash: 'b'.repeat(64) }, nonce, 200)).toBe(false);
});

test('the work of one report is none for another', async () => {
	const nonce = (await workFor(report, 13, going)) ?? '';
	const others = Array.from({ length: 64 }, (_, at) => ({ ...report, id: String(at).padStart(22, '0') }));
	expect(others.filter((one) => hasWorked(one, nonce, 13)).length).toBeLessThan(5);
});

test('no slice goes on for longer than 20 ms by its clock and one look at it, and everything else comes in between', async () => {
	let now = 0;
	let began = 0;
	const slices: number[] = [];
	const pause = async (): Promise<void> => {
		slices.push(now - began);
		began = now;
	};
	// Five milliseconds pass between two looks at the clock: a machine a hundred times slower than any phone.
	const clock = (): number => (now += 5);
	expect(await workFor(report, 14, going, { clock, pause })).not.toBeNull();
	expect(slices.length).toBeGreaterThan(2);
	expect(Math.max(...slices)).toBeLessThanOrEqual(25);
});

test('called off, it ends without a nonce', async () => {
	const ending = new AbortController();
	const pause = async (): Promise<void> => ending.abort();
	expect(await workFor(report, 256, ending.signal, { pause })).toBeNull();
});

test('more is asked for while many come, never more than sixteen times, and no more an hour later', () => {
	let now = 0;
	const work = openWork(16, () => now);
	const come = (count: number): void => {
		for (let at = 0; at < count; at++) work.count();
	};
	come(999);
	expect(work.bits()).toBe(16);
	come(1);
	expect(work.bits()).toBe(17);
	come(1000);
	expect(work.bits()).toBe(18);
	come(200_000);
	expect(work.bits()).toBe(20);
	now += 2 * 3_600_000;
	expect(work.bits()).toBe(16);
	const none = openWork(0, () => now);
	for (let at = 0; at < 5_000; at++) none.count();
	expect(none.bits()).toBe(0);
});
