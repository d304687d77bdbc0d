/** The first time somebody edits a page, and what another person did on that page around it. */
import { hour, inTime, type Contribution } from '../contribution.ts';
import { isOwnPage } from '../own-page.ts';
import { mentions } from '../mentions.ts';

/** Saves closer together than this are one visit to a page. */
const visitGap = hour;

export interface Appearance {
	readonly page: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly revision: number;
	/** The other person's edits on the page in the range, oldest first. */
	readonly others: readonly Contribution[];
	/** When each of the other person's visits began: saves close together are one. */
	readonly visits: readonly number[];
}

function visitsOf(edits: readonly Contribution[]): number[] {
	return edits.filter((edit, i) => i === 0 || edit.at - (edits[i - 1]?.at ?? 0) > visitGap).map(({ at }) => at);
}

export type Pages = ReadonlyMap<string, readonly Contribution[]>;

/**
 * The appearances of one person on pages that were new to them, oldest first, seen against another person. Left out: pages
 * they knew before the range, pages they made (nobody could be there before), user pages of the people looked at (people
 * are meant to meet there), and pages where the other one had called them by name in a summary.
 */
export function appearances(
	of: Pages,
	after: Pages,
	known: ReadonlySet<string>,
	users: readonly string[],
): Appearance[] {
	const found: Appearance[] = [];
	for (const [page, [first]] of of) {
		if (!first || first.creation || known.has(page) || users.some((user) => isOwnPage(first, user))) continue;
		const others = after.get(page) ?? [];
		if (others.some(({ at, summary }) => at < first.at && mentions(summary, first.user))) continue;
		found.push({ page, at: first.at, revision: first.revision, others, visits: visitsOf(others) });
	}
	return inTime(found);
}
