/** One edit as the timeline knows it. */

export interface Contribution {
	readonly user: string;
	/** With its namespace, as the wiki writes it now: a page that was moved has one title for all its edits. */
	readonly page: string;
	readonly namespace: number;
	readonly revision: number;
	/** 0 where the page began with it or the wiki does not say. */
	readonly parent: number;
	/** Milliseconds since 1970, UTC. */
	readonly at: number;
	readonly summary: string;
	readonly tags: readonly string[];
	/** Whether it made the page. */
	readonly creation: boolean;
}

export const hour = 3_600_000;
export const day = 24 * hour;

/** Oldest first; the number of the revision decides within a second. */
export function inTime<T extends { readonly at: number; readonly revision: number }>(list: readonly T[]): T[] {
	return [...list].sort((a, b) => a.at - b.at || a.revision - b.revision);
}

/** Edits by page, each page's oldest first. */
export function byPage(edits: readonly Contribution[]): Map<string, Contribution[]> {
	const pages = new Map<string, Contribution[]>();
	for (const edit of inTime(edits)) {
		const list = pages.get(edit.page);
		if (list) list.push(edit);
		else pages.set(edit.page, [edit]);
	}
	return pages;
}
