/** One ordered pair of people: what was seen and what each kind of chance makes of it. */
import { day, hour, type Contribution } from '../contribution.ts';
import { appearances, type Appearance, type Pages } from './appearances.ts';
import { byLists, clustering } from './list.ts';
import { readWindow, shownWindows, type Followed, type Measure, type Question } from './model.ts';
import { byOrder } from './order.ts';
import { firstByRhythm } from './rhythm.ts';
import { shareInterval } from './tails.ts';
import { byTimes, isFollowed, shiftedShare } from './times.ts';

export type Seen = Omit<Measure, 'p' | 'level' | 'reading' | 'note'> & {
	/** Edits of the other one in the range. */
	readonly others: number;
	/** The smallest p that so many days of meeting could give. */
	readonly attainable: number;
};

const when = (time: number): string => new Date(time).toISOString();

function followedPages(list: readonly Appearance[]): Followed[] {
	return list.flatMap(({ page, revision, at, others }) => {
		const last = others.filter((edit) => edit.at < at).at(-1);
		return last
			? [{ page, after: { revision: last.revision, at: when(last.at) }, by: { revision, at: when(at) } }]
			: [];
	});
}

/** Whole days from the first edit to the last: times are not shifted to where neither was there. */
function activeDays(edits: readonly Contribution[]): number {
	let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const { at } of edits) [first, last] = [Math.min(first, at), Math.max(last, at)];
	return Math.max(1, Math.ceil((last - first + 1) / day));
}

/** How often `of` came after `after`; `pages` has the edits of both by page. */
export function lookAtPair(question: Question, of: string, after: string, pages: ReadonlyMap<string, Pages>): Seen {
	const { users, to, known, shares } = question;
	const own: Pages = pages.get(of) ?? new Map();
	const theirs: Pages = pages.get(after) ?? new Map();
	const list = appearances(own, theirs, known?.get(of) ?? new Set(), users);
	const ofEdits = [...own.values()].flat();
	const afterEdits = [...theirs.values()].flat();
	const days = activeDays([...ofEdits, ...afterEdits]);
	const span = readWindow * hour;
	const followed = list.filter((one) => isFollowed(one, span));
	const clustered = clustering(list, span);
	const times = byTimes(list, span, days);
	const {
		before,
		behind,
		days: met,
		attainable,
		...order
	} = byOrder(list, span, to, firstByRhythm(ofEdits, afterEdits, span, to));
	const { expected } = times;
	// Korn and Graubard's way with clustered counts: the exact interval of a smaller sample.
	const [k, n] = [followed.length / clustered, list.length / clustered].map(Math.round);
	const [low, high] = shareInterval(k ?? 0, n ?? 0);
	return {
		of,
		after,
		window: readWindow,
		appearances: list.length,
		followed: followed.length,
		expected,
		ratio: expected > 0 ? followed.length / expected : null,
		interval: expected > 0 ? [(low * list.length) / expected, (high * list.length) / expected] : null,
		checks: { times, order, lists: byLists(list, span, shares?.get(after), clustered) },
		order: { before, behind, days: met },
		shifts: days,
		windows: shownWindows.map((hours) => ({
			hours,
			followed: list.filter((one) => isFollowed(one, hours * hour)).length,
			expected: list.reduce((sum, one) => sum + shiftedShare(one, hours * hour, days), 0),
		})),
		pages: followedPages(followed),
		others: afterEdits.length,
		attainable,
	};
}
