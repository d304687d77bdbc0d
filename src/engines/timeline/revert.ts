/** Whose edit an edit took back. */
import type { Contribution } from './contribution.ts';

/** Tags that MediaWiki itself puts on edits that take others back. */
const reverting = new Set(['mw-undo', 'mw-rollback', 'mw-manual-revert']);

/** Edits in a row; who saved more often in a row before being reverted is not found. */
const longestRun = 10;

/** What the wiki says a revision's text is: its digest, the same for the same text. */
export type Digests = ReadonlyMap<number, string>;

/** The last edits in a row by one other person: what a revert without tags would take back. */
function lastRun(edit: Contribution, earlier: readonly Contribution[]): Contribution[] {
	const last = earlier.at(-1);
	if (!last || last.user === edit.user) return [];
	const begin = earlier.findLastIndex(({ user }) => user !== last.user) + 1;
	return earlier.slice(Math.max(begin, earlier.length - longestRun));
}

/**
 * The edit of somebody else that this one took back, null where it is no revert of theirs; `earlier` are the known edits of
 * the page before it, oldest first. A revert by its tags belongs to the edit whose number the summary names ("Undid
 * revision 123", in any language), else to the edit it directly follows, which the wiki shows as the parent. Without
 * tags: the text is again what it was before somebody else's last edits.
 */
export function revertedBy(
	edit: Contribution,
	earlier: readonly Contribution[],
	digests: Digests,
): Contribution | null {
	if (edit.tags.some((tag) => reverting.has(tag))) {
		const others = earlier.filter(({ user }) => user !== edit.user);
		const named = new Set(edit.summary.match(/\d+/g)?.map(Number));
		return (
			others.findLast(({ revision }) => named.has(revision)) ??
			others.findLast(({ revision }) => revision === edit.parent) ??
			null
		);
	}
	const run = lastRun(edit, earlier);
	const undone = run.at(-1);
	if (!undone) return null;
	// The wiki has marked it as taken back, and this edit is what came next.
	if (undone.revision === edit.parent && undone.tags.includes('mw-reverted')) return undone;
	const own = digests.get(edit.revision);
	if (own === undefined || own === digests.get(undone.revision)) return null;
	return run.some(({ parent }) => digests.get(parent) === own) ? undone : null;
}

/** The revisions whose digests decide reverts that bear no tag: an edit, those it might take back, and what was before them. */
export function digestsNeeded(shared: Iterable<readonly Contribution[]>): number[] {
	const needed = new Set<number>();
	for (const list of shared) {
		for (const [i, edit] of list.entries()) {
			if (edit.tags.some((tag) => reverting.has(tag))) continue;
			for (const one of lastRun(edit, list.slice(Math.max(0, i - longestRun), i))) {
				for (const revision of [edit.revision, one.revision, one.parent]) if (revision > 0) needed.add(revision);
			}
		}
	}
	return [...needed];
}
