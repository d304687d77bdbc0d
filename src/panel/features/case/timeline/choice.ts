/** What is shown of what was read: the window of time, and what is left out everywhere. */
import type { TimelineMaterial } from '../../../../contract/timeline.ts';
import { isHidden, type Hidden } from '../../../../engines/timeline/shared-pages.ts';
import { timelineOf, type Timeline } from '../../../../engines/timeline/timeline.ts';

/** Milliseconds since 1970; both ends belong to it. */
export interface Window {
	readonly from: number;
	readonly to: number;
}

/** Days as a date field has them, in UTC: `to` is the end of its day. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const windowOf = (from: string, to: string): Window | null => {
	const window = { from: Date.parse(`${from}T00:00:00Z`), to: Date.parse(`${to}T23:59:59Z`) };
	return window.from < window.to ? window : null;
};
/** Some room before and after a stretch, so that its first and last event do not stand at the edge. */
export function around(stretch: { readonly from: string; readonly to: string }, range: Window): Window {
	const [from, to] = [Date.parse(stretch.from), Date.parse(stretch.to)];
	const room = Math.max((to - from) / 20, 5 * 60_000);
	return { from: Math.max(range.from, from - room), to: Math.min(range.to, to + room) };
}
export const isWithin = (inner: Window, outer: Window): boolean => inner.from >= outer.from && inner.to <= outer.to;

/**
 * The timeline of one window alone: which pages several edited, and the measure, look at nothing outside of it. `now`: what
 * lies behind it is not known.
 */
export function shownTimeline(
	material: TimelineMaterial,
	users: readonly string[],
	window: Window,
	hidden: Hidden,
	{ index, now }: { index: string; now: number },
): Timeline {
	const inside = ({ at }: { at: number }): boolean => at >= window.from && at <= window.to;
	const edits = material.edits.filter((edit) => inside(edit) && !isHidden(edit, hidden));
	// Who edited a page before the window, where more than the window was read, knew it.
	const known = new Map(material.known.map(([user, pages]) => [user, new Set(pages)]));
	for (const { user, page, at } of material.edits) if (at < window.from) known.get(user)?.add(page);
	return timelineOf({
		users,
		edits,
		logs: material.logs.filter(inside),
		digests: new Map(material.digests),
		mentions: material.mentions,
		known,
		shares: new Map(material.shares),
		from: window.from,
		to: Math.min(window.to, now),
		index,
	});
}
