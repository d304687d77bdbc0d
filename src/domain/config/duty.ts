/** Who is on duty on a wiki at a time of its week, and who is told next when nobody has come. */
import { canonicalName } from '../people/names.ts';
import type { RouteId } from '../report/kinds.ts';

/** In the order of `Date.getUTCDay`. */
export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
type Weekday = (typeof weekdays)[number];

export interface Shift {
	readonly days: readonly Weekday[];
	/** Hours of UTC, 0 to 24. Where `to` is not after `from` the shift ends on the next day. */
	readonly from: number;
	readonly to: number;
	/** User names; who of them may read a report is told of it, and nobody else. */
	readonly members: readonly string[];
}

export interface Duty {
	readonly rota: readonly Shift[];
	/** How long each stage waits for somebody to come. */
	readonly minutes?: { readonly emergencies?: number | undefined; readonly others?: number | undefined } | undefined;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const usualMinutes = { emergencies: 15, others: 24 * 60 };

function covers({ days, from, to }: Shift, now: number): boolean {
	const midnight = Math.floor(now / day) * day;
	const length = to > from ? to - from : to - from + 24;
	// Begun today or yesterday: no shift is longer than a day.
	return [midnight, midnight - day].some((start) => {
		const weekday = weekdays[new Date(start).getUTCDay()];
		const begin = start + from * hour;
		return weekday !== undefined && days.includes(weekday) && begin <= now && now < begin + length * hour;
	});
}

/** Canonical names of those on duty at a time (ms). */
export function onDuty(duty: Duty | undefined, now: number): Set<string> {
	const shifts = (duty?.rota ?? []).filter((shift) => covers(shift, now));
	return new Set(shifts.flatMap((shift) => shift.members.map(canonicalName)));
}

/** Routes on which somebody may be in danger now. */
export const urgentRoutes: readonly RouteId[] = ['threat', 'child-safety'];

/** How long a stage lasts (ms). */
export function dutyTerm(route: RouteId, duty: Duty | undefined): number {
	const term = urgentRoutes.includes(route) ? 'emergencies' : 'others';
	return (duty?.minutes?.[term] ?? usualMinutes[term]) * minute;
}

/** 0: those on duty; 1: all of the team; 2: staff who can read it as well. */
export type DutyStage = 0 | 1 | 2;

/** Whose turn it is after so long (ms) without anybody. */
export function stageAfter(waited: number, route: RouteId, duty: Duty | undefined): DutyStage {
	const stage = Math.floor(waited / dutyTerm(route, duty));
	return stage < 1 ? 0 : stage < 2 ? 1 : 2;
}
