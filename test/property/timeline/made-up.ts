/** What made-up editors are made of: a range of days, edits, habits. */
import type { Contribution } from '../../../src/engines/timeline/contribution.ts';
import { day, hour } from '../../../src/engines/timeline/contribution.ts';
import type { Chance } from './chance.ts';

export const from = Date.UTC(2026, 2, 2);
/** Days of the range. */
export const length = 60;
export const to = from + length * day;

export interface Rough {
	readonly user: string;
	readonly page: string;
	readonly at: number;
}

/** Rough edits as contributions, numbered in order of time; those outside the range are not among them. */
export function contributions(rough: readonly Rough[]): Contribution[] {
	return rough
		.filter(({ at }) => at >= from && at < to)
		.sort((a, b) => a.at - b.at)
		.map(({ user, page, at }, i) => ({
			user,
			page,
			at: Math.floor(at / 1000) * 1000,
			namespace: 0,
			revision: 1000 + i,
			parent: 500,
			summary: '',
			tags: [],
			creation: false,
		}));
}

/** Hours of the day in which somebody edits: from, and for how long. */
export type Habit = readonly [start: number, hours: number];
export const always: Habit = [0, 24];

/** A time on a day (0 is the first) within the habit. */
export function timeOn(chance: Chance, on: number, [start, hours]: Habit = always): number {
	return from + on * day + (start + chance.next() * hours) * hour;
}

export const anyTime = (chance: Chance, habit: Habit = always): number => timeOn(chance, chance.below(length), habit);

export const pagesOf = (topic: string, count: number): string[] =>
	Array.from({ length: count }, (_, i) => `${topic} ${i + 1}`);

/** An index that prefers low numbers, as views of pages do (Zipf). */
export function popular(chance: Chance, count: number): number {
	return Math.min(count - 1, Math.floor(count ** chance.next()) - 1);
}

/** Edits anywhere in the range on pages of nobody else's. */
export function ownWork(chance: Chance, user: string, count: number, habit: Habit = always): Rough[] {
	return Array.from({ length: count }, () => ({
		user,
		page: `${user}'s ${chance.below(count * 2)}`,
		at: anyTime(chance, habit),
	}));
}
