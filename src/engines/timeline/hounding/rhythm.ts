/** How much the rhythm of two people alone lets one come after the other: hours of the day, days of the week, active weeks. */
import { day, hour, type Contribution } from '../contribution.ts';

/** Fewer edits than this tell no rhythm. */
const enough = 20;

function hoursOf(edits: readonly Contribution[], cut: number): number[] {
	const hours = Array.from({ length: 24 }, () => 0);
	for (const { at } of edits) {
		const slot = Math.floor((((at % day) + day - cut * hour) % day) / hour);
		hours[slot] = (hours[slot] ?? 0) + 1;
	}
	return hours;
}

/** The chance that a time drawn from the first hours lies before one drawn from the second, ties by halves. */
function earlier(first: readonly number[], second: readonly number[]): number {
	let passed = 0;
	let wins = 0;
	let all = 0;
	for (let slot = 0; slot < 24; slot++) {
		const [a, b] = [first[slot] ?? 0, second[slot] ?? 0];
		wins += b * (passed + a / 2);
		passed += a;
		all += b;
	}
	return passed === 0 || all === 0 ? 0.5 : wins / (passed * all);
}

/** The hour of UTC in the middle of the quietest third of both people's day. */
function nightOf(one: readonly number[], other: readonly number[]): number {
	const busy = (begin: number): number => {
		let sum = 0;
		for (let i = -4; i <= 4; i++) {
			const slot = (begin + i + 24) % 24;
			sum += (one[slot] ?? 0) + (other[slot] ?? 0);
		}
		return sum;
	};
	let night = 0;
	for (let slot = 1; slot < 24; slot++) if (busy(slot) < busy(night)) night = slot;
	return night;
}

/** A shared topic of the day begins at midnight (UTC, as wikis count) or in the night of the two: whatever says more. */
function byHours(of: readonly Contribution[], after: readonly Contribution[]): number {
	const night = nightOf(hoursOf(of, 0), hoursOf(after, 0));
	return Math.max(...[0, night].map((cut) => earlier(hoursOf(after, cut), hoursOf(of, cut))));
}

/** How many of the sorted times lie below. */
function countBelow(times: readonly number[], limit: number): number {
	let [low, high] = [0, times.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((times[middle] ?? 0) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Of the other's edits within the window around one's own, the share that lies before. */
function byActivity(of: readonly Contribution[], after: readonly Contribution[], window: number, to: number): number {
	const times = after.map(({ at }) => at).sort((a, b) => a - b);
	let [before, behind] = [1, 1];
	for (const { at } of of) {
		// What lies behind the end of the range is not known.
		if (at > to - window) continue;
		const here = countBelow(times, at);
		before += here - countBelow(times, at - window);
		behind += countBelow(times, at + window) - here;
	}
	return before / (before + behind);
}

/**
 * The chance, at least a half, that of two times within a window the other's lies first although nobody follows: measured
 * on the edits that `of` made where the other one was not, so that following itself does not count as a habit.
 */
export function firstByRhythm(
	of: readonly Contribution[],
	after: readonly Contribution[],
	window: number,
	to: number,
): number {
	const theirs = new Set(after.map(({ page }) => page));
	const alone = of.filter(({ page }) => !theirs.has(page));
	const own = alone.length >= enough ? alone : of;
	return Math.max(0.5, byHours(own, after), byActivity(own, after, window, to));
}
