/** Repeatable chance for made-up editors: numbers, choices, waiting times, hours of the day. */
import { random } from '../../unit/engines/hamming/hashes.ts';

export interface Chance {
	/** From 0 up to 1. */
	next(): number;
	/** A whole number from 0 up to below the limit. */
	below(limit: number): number;
	pick<T>(list: readonly T[]): T;
	/** A waiting time with this mean. */
	wait(mean: number): number;
	/** About as many as the mean, never below 0. */
	about(mean: number): number;
	shuffled<T>(list: readonly T[]): T[];
}

export function chance(seed: number): Chance {
	const word = random(Math.imul(seed + 1, 0x85ebca6b) ^ 0x2545f491);
	for (let i = 0; i < 20; i++) word();
	const next = (): number => word() / 2 ** 32;
	const below = (limit: number): number => Math.floor(next() * limit);
	return {
		next,
		below,
		pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
		wait: (mean) => -mean * Math.log(1 - next()),
		about: (mean) => {
			// Knuth's way to a Poisson number.
			let left = Math.exp(-mean);
			let count = -1;
			for (let product = 1; product > left; count++) product *= next();
			left = 0;
			return count;
		},
		shuffled: <T>(list: readonly T[]): T[] =>
			list
				.map((one) => ({ one, key: next() }))
				.sort((a, b) => a.key - b.key)
				.map(({ one }) => one),
	};
}
