/** Pairs of made-up editors of whom B follows A. */
import { day, hour } from '../../../src/engines/timeline/contribution.ts';
import type { Chance } from './chance.ts';
import { always, anyTime, ownWork, type Habit, type Rough } from './made-up.ts';

export interface Follower {
	/** Edits of A on pages of A's. */
	readonly edits: number;
	/** Chance that B comes to a page that A edited. */
	readonly share: number;
	/** Longest time behind. */
	readonly within: number;
	/** Pages of B's own. */
	readonly own: number;
	/** Whether A comes back to answer. */
	readonly answers?: number;
	/** Hours of A, and of B where B does not follow. */
	readonly habit?: Habit;
	readonly ownHabit?: Habit;
}

export function follower(chance: Chance, follows: Follower): Rough[] {
	const { edits, share, within, own, answers = 0, habit = always, ownHabit = habit } = follows;
	const pages = new Set<string>();
	const rough: Rough[] = [];
	for (let i = 0; i < edits; i++) {
		const page = `A's ${chance.below(edits * 2)}`;
		const at = anyTime(chance, habit);
		rough.push({ user: 'A', page, at });
		if (pages.has(page) || chance.next() > share) continue;
		pages.add(page);
		const later = at + (0.05 + chance.next() * 0.95) * within;
		rough.push({ user: 'B', page, at: later });
		if (chance.next() < answers) rough.push({ user: 'A', page, at: later + chance.wait(6 * hour) });
	}
	return [...rough, ...ownWork(chance, 'B', own, ownHabit)];
}

export const followers: Readonly<Record<string, Follower>> = {
	'30 % within 12 hours': { edits: 80, share: 0.3, within: 12 * hour, own: 80 },
	'30 % within 12 hours, fewer edits': { edits: 60, share: 0.3, within: 12 * hour, own: 40 },
	'30 % within 12 hours, much else': { edits: 100, share: 0.3, within: 12 * hour, own: 200 },
	'30 % within 12 hours, same evenings': { edits: 80, share: 0.3, within: 12 * hour, own: 80, habit: [15, 8] },
	'30 % within 12 hours, half answered': { edits: 80, share: 0.3, within: 12 * hour, own: 80, answers: 0.5 },
	'30 % within 12 hours, A by day, B at any hour': {
		edits: 80,
		share: 0.3,
		within: 12 * hour,
		own: 80,
		habit: [8, 14],
		ownHabit: always,
	},
	'30 % within 12 hours, A in two evening hours': {
		edits: 80,
		share: 0.3,
		within: 12 * hour,
		own: 80,
		habit: [19, 2],
		ownHabit: [7, 16],
	},
	'60 % within a day, hardly anything else': { edits: 50, share: 0.6, within: day, own: 10 },
	'15 % within 6 hours': { edits: 200, share: 0.15, within: 6 * hour, own: 100 },
};
