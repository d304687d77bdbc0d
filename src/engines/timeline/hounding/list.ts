/** Chance by lists: how often somebody who works from a list of everybody's edits would come after this one person. */
import type { Appearance } from './appearances.ts';
import { binomialTail } from './tails.ts';
import { byDay, isFollowed, type Check } from './times.ts';

/**
 * The share of somebody's new pages that is put down to lists of recent changes, new pages or a project's work: at least the
 * first where the other one's part of all edits of the wiki is known, the second where it is not.
 */
export const listShares = { known: 0.05, unknown: 0.1 } as const;

/**
 * How much more followed pages cluster on days than independent ones would, at least 1. Dividing counts by it is the
 * correction of J. N. K. Rao, A. J. Scott, "A simple method for the analysis of clustered binary data", Biometrics 48
 * (1992), 577-585.
 */
export function clustering(list: readonly Appearance[], window: number): number {
	const share = list.filter((one) => isFollowed(one, window)).length / list.length;
	const days = byDay(list);
	if (!(share > 0 && share < 1) || days.length < 2) return 1;
	let squares = 0;
	for (const some of days) {
		const followed = some.filter((one) => isFollowed(one, window)).length;
		squares += (followed - some.length * share) ** 2;
	}
	return Math.max(1, (squares / (list.length * share * (1 - share))) * (days.length / (days.length - 1)));
}

/** The binomial test against that share; `part` is the other one's part of all edits, undefined where it is not known. */
export function byLists(
	list: readonly Appearance[],
	window: number,
	part: number | undefined,
	clustered: number,
): Check {
	const allowed = part === undefined ? listShares.unknown : Math.max(listShares.known, part);
	const followed = list.filter((one) => isFollowed(one, window)).length;
	const [k, n] = [Math.floor(followed / clustered), Math.ceil(list.length / clustered)];
	return { expected: allowed * list.length, p: binomialTail(k, n, allowed) };
}
