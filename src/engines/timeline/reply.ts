/** Whom an edit of a discussion answers. */
import { day, type Contribution } from './contribution.ts';

/** Talk namespaces are odd; in 4, the project's own, stand the noticeboards. */
export const isTalk = ({ namespace }: { namespace: number }): boolean => namespace % 2 === 1 || namespace === 4;

/** The section that an edit says it was made in: MediaWiki opens its summary with it. */
export function sectionOf(summary: string): string | null {
	return /^\/\*\s*(.*?)\s*\*\//.exec(summary)?.[1] ?? null;
}

/** A later word in the same section is rarely an answer. */
const longest = 30 * day;

/**
 * The edit of somebody else that this one answers, null for none; `earlier` are the known edits of the page before it,
 * oldest first. It is the last one in the same section; where one of the two summaries names no section, only the edit
 * directly before.
 */
export function repliedTo(edit: Contribution, earlier: readonly Contribution[]): Contribution | null {
	if (!isTalk(edit)) return null;
	const section = sectionOf(edit.summary);
	const last = earlier.findLast((one) => {
		const other = sectionOf(one.summary);
		return section === null || other === null ? one.revision === edit.parent : other === section;
	});
	return last && last.user !== edit.user && edit.at - last.at <= longest ? last : null;
}
