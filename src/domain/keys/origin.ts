/** Which backend origin counts for this client while the configuration page names another one. */
import { newcomerWaitMs, originSubject } from './model.ts';
import type { Look, Vote } from './trust.ts';
import type { Pins } from './pins.ts';

export interface OriginView {
	/** What the page says now, and since when, by the wiki's clock in milliseconds. */
	readonly now: string;
	readonly since: number;
	/** What the page said 72 hours ago; null where it said nothing yet. */
	readonly before: string | null;
}

export interface OriginJudgement {
	/** The origin to use; null where none can be trusted yet. */
	readonly origin: string | null;
	readonly waiting: { readonly origin: string; readonly since: number; readonly until: number } | null;
	readonly pins: Pins;
}

/**
 * The pinned origin stays until the new one is confirmed by somebody whose key counts by itself, or is 72 hours old both by
 * the wiki and by this client's own looks. Without a pin: an origin of 72 hours ago outranks a younger one.
 * `votes` are checked, genuine and by such people only.
 */
export function judgeOrigin(pins: Pins, view: OriginView, votes: readonly Vote[], look: Look): OriginJudgement {
	const stamp = new Date(look.now).toISOString();
	const looked = { ...pins.looked, origin: stamp };
	const take = (value: string, seenOrigin: Pins['seenOrigin']): Pins => ({
		...pins,
		looked,
		origin: pins.origin?.value === value ? pins.origin : { value, since: stamp },
		seenOrigin,
	});
	if (pins.origin?.value === view.now) return { origin: view.now, waiting: null, pins: take(view.now, null) };
	const seen = pins.seenOrigin?.value === view.now ? Date.parse(pins.seenOrigin.since) : look.last;
	const start = Math.max(view.since, seen ?? view.since);
	const confirmed = votes.some(({ subject }) => subject === originSubject(pins.wiki, view.now));
	const first = pins.origin === null && look.young;
	if (confirmed || first || look.now >= start + newcomerWaitMs) {
		return { origin: view.now, waiting: null, pins: take(view.now, null) };
	}
	const waiting = { origin: view.now, since: start, until: start + newcomerWaitMs };
	const seenOrigin = { value: view.now, since: new Date(start).toISOString() };
	const used = pins.origin?.value ?? view.before;
	if (used === null) return { origin: null, waiting, pins: { ...pins, looked, seenOrigin } };
	return { origin: used, waiting, pins: take(used, seenOrigin) };
}
