/** Chance by order: where two people meet on a page within hours, how often the other one would be there first anyway. */
import { day } from '../contribution.ts';
import type { Appearance } from './appearances.ts';
import { sumTail } from './tails.ts';
import { byDay, type Check } from './times.ts';

/** So many new pages fill a day. */
const fullDay = 8;
/** Days; longer work on one list is rare, and long following must not pass for it. */
const longestList = 3;

export interface Order extends Check {
	/** Pages where the other one had been within the window before. */
	readonly before: number;
	/** Pages where the other one came within the window after, and had not been there in the window before. */
	readonly behind: number;
	/** The occasions on which either happened, mostly days. */
	readonly days: number;
	/** The smallest p that so many days could give. */
	readonly attainable: number;
}

interface Meeting {
	readonly at: number;
	/** Whether the other one was there within the window before. */
	readonly before: boolean;
	/** That anybody would be, by chance; 0 where the other one was not near at all. */
	readonly chance: number;
}

/**
 * What counts as one: a day, or up to three days in a row that are filled with new pages on nearly all of which the two
 * meet. That is what working through one list looks like, and who began with the list is decided once.
 */
function occasions(list: readonly Meeting[]): Meeting[][] {
	const found: Meeting[][] = [];
	let row = 0;
	let last = 0;
	for (const some of byDay(list)) {
		const met = some.filter(({ chance }) => chance > 0);
		const isFull = some.length >= fullDay && met.length >= 0.8 * some.length;
		const today = Math.floor((some[0]?.at ?? 0) / day);
		row = isFull && today === last + 1 && row < longestList ? row + 1 : isFull ? 1 : 0;
		last = today;
		if (row > 1) found.at(-1)?.push(...met);
		else if (met.length > 0) found.push(met);
	}
	return found;
}

/**
 * People who share an interest meet on the same pages in the same days, but who comes first is then as good as a coin, loaded
 * only by their rhythms: `first` is the chance that one visit lies before (see rhythm.ts). With several visits around the
 * appearance, 1 - (1 - first)^visits is the chance that any does. Comparing only what lies close together is the idea of
 * the jitter method: A. Amarasingham, M. T. Harrison, N. G. Hatsopoulos, S. Geman, "Conditional modeling and the jitter
 * method of spike resampling", Journal of Neurophysiology 107 (2012), 517-531. With one visit and no rhythm it is the sign
 * test. Each occasion counts once, with the share of its pages where the other one was first.
 */
export function byOrder(list: readonly Appearance[], window: number, to: number, first: number): Order {
	// Later ones could only be followed, never be first: what comes behind the end of the range is not known.
	const all = list
		.filter(({ at }) => at <= to - window)
		.map(({ at, visits }): Meeting => {
			const before = visits.filter((visit) => visit < at && visit >= at - window).length;
			const behind = visits.filter((visit) => visit >= at && visit <= at + window).length;
			return { at, before: before > 0, chance: 1 - (1 - first) ** (before + behind) };
		});
	const days = occasions(all);
	const met = days.flat();
	const share = (of: (one: Meeting) => number): number[] =>
		days.map((some) => some.reduce((sum, one) => sum + of(one), 0) / some.length);
	const chances = share(({ chance }) => chance);
	const won = share(({ before }) => (before ? 1 : 0)).reduce((sum, part) => sum + part, 0);
	const before = met.filter((one) => one.before).length;
	return {
		expected: met.reduce((sum, { chance }) => sum + chance, 0),
		p: sumTail(Math.floor(won + 1e-9), chances),
		before,
		behind: met.length - before,
		days: days.length,
		attainable: chances.reduce((product, chance) => product * chance, 1),
	};
}
