/** The pages that at least two of the people edited. */
import { byPage, type Contribution } from './contribution.ts';

export interface SharedPage {
	readonly page: string;
	readonly namespace: number;
	/** Edits of each person who edited it. */
	readonly edits: Readonly<Record<string, number>>;
	/** Who came first in the range. */
	readonly first: string;
}

export interface Hidden {
	readonly pages: ReadonlySet<string>;
	readonly namespaces: ReadonlySet<number>;
}

export const isHidden = (of: { page: string; namespace: number }, { pages, namespaces }: Hidden): boolean =>
	namespaces.has(of.namespace) || pages.has(of.page);

/** All edits of shared pages, page by page, each page's oldest first; in the same window for all, the range asked for. */
export function sharedEdits(edits: readonly Contribution[]): Map<string, Contribution[]> {
	const pages = byPage(edits);
	for (const [page, list] of pages) if (list.every(({ user }) => user === list[0]?.user)) pages.delete(page);
	return pages;
}

/** Most edits first. */
export function sharedPages(shared: ReadonlyMap<string, readonly Contribution[]>): SharedPage[] {
	return [...shared]
		.sort(([, one], [, other]) => other.length - one.length)
		.map(([page, list]) => {
			const edits: Record<string, number> = {};
			for (const { user } of list) edits[user] = (edits[user] ?? 0) + 1;
			return { page, namespace: list[0]?.namespace ?? 0, edits, first: list[0]?.user ?? '' };
		});
}
