/** Binary search over a page's history for the revision that added a passage: a dozen calls for any length. */
import { done, type Outcome } from '../../contract/problem.ts';
import { readPage, type Revision } from '../../wiki/revisions.ts';
import type { Texts } from './texts.ts';

/** A hidden text is taken to hold the passage: then the search ends at it, and it is named as hidden. */
type Holds = (revision: Revision) => boolean;

const hour = 3_600_000;

/** Steps back from `with_`, twice as far each time, to a revision without the passage; null where the page began with it. */
async function lastWithout(
	texts: Texts,
	title: string,
	start: Revision,
	holds: Holds,
): Promise<Outcome<{ without: Revision | null; holding: Revision }>> {
	let holding = start;
	for (let step = hour; ; step *= 4) {
		if (holding.parent === 0) return done({ without: null, holding });
		const at = new Date(Date.parse(start.at) - step).toISOString();
		const probe = await texts.before(title, at);
		if (!probe.ok) return probe;
		if (probe.value && !holds(probe.value)) return done({ without: probe.value, holding });
		if (probe.value === null) return done({ without: null, holding });
		holding = probe.value;
	}
}

/** Ids from `from` down to `to` (or the page's first), newest first, at most 500. */
async function idsBetween(
	texts: Texts,
	title: string,
	from: Revision,
	to: Revision | null,
): Promise<Outcome<{ ids: number[]; all: boolean }>> {
	const range: Record<string, string> = { rvstartid: String(from.id), rvlimit: 'max' };
	if (to) range['rvendid'] = String(to.id);
	const page = await readPage(texts.transport, title, range, false);
	if (!page.ok) return page;
	return done({ ids: page.value.revisions.map(({ id }) => id), all: page.value.next === null });
}

/** The revision in which the passage first appears before `start`, which holds it. */
export async function searchAdded(
	texts: Texts,
	title: string,
	start: Revision,
	holds: Holds,
): Promise<Outcome<Revision>> {
	const bounds = await lastWithout(texts, title, start, holds);
	if (!bounds.ok) return bounds;
	let { holding } = bounds.value;
	for (;;) {
		const listed = await idsBetween(texts, title, holding, bounds.value.without);
		if (!listed.ok) return listed;
		const { ids, all } = listed.value;
		// ids[0] holds it; beyond the end lies one that does not, or the next list.
		let low = 0;
		let high = ids.length;
		if (bounds.value.without && ids.at(-1) === bounds.value.without.id) high -= 1;
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			const probe = await texts.byId(ids[middle] ?? 0);
			if (!probe.ok) return probe;
			if (probe.value && holds(probe.value.revision)) {
				low = middle;
				holding = probe.value.revision;
			} else high = middle;
		}
		if (all || high < ids.length || low === 0) return done(holding);
	}
}
