/** Chance by times: how many pages would be reached soon after the other one if the other's edits lay on other days. */
import { day } from '../contribution.ts';
import type { Appearance } from './appearances.ts';
import { sumTail } from './tails.ts';

/** What one null hypothesis makes of what was seen. */
export interface Check {
	/** Pages that chance would give under it. */
	readonly expected: number;
	/** One-sided: the chance of at least as much as was seen. */
	readonly p: number;
}

export const isFollowed = ({ at, others }: Appearance, window: number): boolean =>
	others.some((edit) => edit.at < at && edit.at >= at - window);

/**
 * The share of all shifts of the other's edits by whole days, round the range of `days`, under which the page would count
 * as followed: all shifts at once, since the edit that lies x days before the appearance is the one that a shift by x
 * brings there. Pages that the other one edits every day come out near 1, so popular pages prove nothing.
 */
export function shiftedShare({ at, others }: Appearance, window: number, days: number): number {
	const hits = new Set<number>();
	for (const edit of others) {
		const lag = ((((at - edit.at - 1) % (days * day)) + days * day) % (days * day)) / day;
		const whole = Math.floor(lag);
		if (window < day) {
			if ((lag - whole) * day < window) hits.add(whole);
		} else for (let i = 0; i < window / day; i++) hits.add((whole - i + days) % days);
	}
	return Math.min(1, hits.size / days);
}

const dayOf = (at: number): number => Math.floor(at / day);

/** What belongs to each day, days in order of time. */
export function byDay<T extends { readonly at: number }>(list: readonly T[]): T[][] {
	const days = new Map<number, T[]>();
	for (const one of list) {
		const known = days.get(dayOf(one.at));
		if (known) known.push(one);
		else days.set(dayOf(one.at), [one]);
	}
	return [...days.values()];
}

/**
 * Shifting by whole days keeps each person's pages, bursts and hours, and breaks only who came when; the circular shift is a
 * usual null for two series that each have a rhythm of their own. One day counts once however many pages it has: pages
 * of one sitting are no independent evidence, and the sum of their chances bounds that of any of them.
 */
export function byTimes(list: readonly Appearance[], window: number, days: number): Check {
	const shares = new Map(list.map((one) => [one, shiftedShare(one, window, days)]));
	const sum = (some: readonly Appearance[]): number => some.reduce((all, one) => all + (shares.get(one) ?? 0), 0);
	const sittings = byDay(list);
	const hits = sittings.filter((some) => some.some((one) => isFollowed(one, window))).length;
	const chances = sittings.map((some) => Math.min(1, sum(some)));
	return { expected: sum(list), p: sumTail(hits, chances) };
}
