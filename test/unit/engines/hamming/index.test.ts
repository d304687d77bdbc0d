/** The index at its edges: junk, numbers used again, chunks, radii. */
import { expect, test } from 'vitest';
import { geometryFor, indexedRadius, radiiFor } from '../../../../src/engines/hamming/geometry.ts';
import { HammingIndex } from '../../../../src/engines/hamming/index.ts';
import { flipped, noise, random } from './hashes.ts';

test('the radii of the slots leave no room for a hash within the distance to hide', () => {
	for (const expected of [0, 10, 1000, 100_000, 1_000_000, 10_000_000, 100_000_000]) {
		const geometry = geometryFor(expected);
		expect(geometry.slots * geometry.bits).toBeLessThanOrEqual(256);
		for (let radius = 0; radius <= indexedRadius; radius++) {
			const room = radiiFor(geometry, radius).reduce((sum, r) => sum + r + 1, 0);
			expect(room).toBe(radius + 1);
			// The kernels keep at most 512 references of a slot.
			expect(Math.max(...radiiFor(geometry, radius))).toBeLessThanOrEqual(2);
		}
	}
});

test('a list full of one hash is searched by comparing everything, and stays exact', () => {
	const next = random(3);
	const junk = noise(next, 1);
	const index = new HammingIndex(30_000);
	for (let i = 0; i < 20_000; i++) index.add(flipped(next, junk, i % 3));
	const wanted = index.addAll(flipped(next, junk, 31));
	index.addAll(noise(next, 10_000));
	expect(index.search(junk)).toHaveLength(20_001);
	expect(index.search(junk).at(-1)).toEqual({ id: wanted, distance: 31 });
	expect(index.search(junk, 0)).toHaveLength(6667);
});

test('records lie in several chunks, and the last of one and the first of the next are found', () => {
	const hashes = noise(random(5), 70_000);
	const index = new HammingIndex(70_000);
	expect(index.addAll(hashes)).toBe(0);
	for (const id of [0, 65_535, 65_536, 69_999]) {
		expect(index.search(hashes.slice(id * 32, id * 32 + 32), 5)).toEqual([{ id, distance: 0 }]);
		expect(index.get(id)).toEqual(hashes.slice(id * 32, id * 32 + 32));
	}
	expect(index.bytes).toBeLessThan(70_000_000);
});

test('the number of a removed record is used again, for the new hash only', () => {
	const next = random(9);
	const hashes = noise(next, 20_000);
	const index = new HammingIndex(20_000);
	index.addAll(hashes);
	const old = hashes.slice(32 * 77, 32 * 78);
	expect(index.remove(77)).toBe(true);
	for (const gone of [77, -1, 20_000, 0.5]) expect(index.remove(gone)).toBe(false);
	expect(index.search(old)).toEqual([]);
	expect(index.scan(old)).toEqual([]);
	const fresh = noise(next, 1);
	expect(index.add(fresh)).toBe(77);
	expect(index.search(fresh)).toEqual([{ id: 77, distance: 0 }]);
	expect(index.search(old)).toEqual([]);
	expect(index.size).toBe(20_000);
});

test('an empty and a short list answer too', () => {
	const index = new HammingIndex(0);
	const hash = noise(random(1), 1);
	expect(index.search(hash)).toEqual([]);
	index.add(hash);
	expect(index.search(hash, 0)).toEqual([{ id: 0, distance: 0 }]);
	expect(index.search(flipped(random(2), hash, 200), 256)).toEqual([{ id: 0, distance: 200 }]);
});

test('bytes that are no hash are refused and change nothing', () => {
	const index = new HammingIndex(10);
	for (const length of [0, 31, 33, 64]) {
		expect(() => index.add(new Uint8Array(length))).toThrow(RangeError);
		expect(() => index.search(new Uint8Array(length))).toThrow(RangeError);
	}
	expect(() => index.addAll(new Uint8Array(65))).toThrow(RangeError);
	expect(index.size).toBe(0);
});
