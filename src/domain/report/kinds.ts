/** What can be reported: the chips a person chooses from, the clause each stands for, and the route each takes. */
import type { ClauseId } from '../conduct/clauses.ts';

/** The routes of a report: who receives it follows from this and from nothing else that the reporter types. */
export const routeIds = ['conduct', 'threat', 'child-safety', 'private-data', 'office'] as const;
export type RouteId = (typeof routeIds)[number];

export interface Kind {
	/** Also the end of the message keys `kind-<id>` and `kind-<id>-help`. */
	readonly id: string;
	readonly clause: ClauseId;
	readonly route: RouteId;
	/** Shown without opening "more kinds": the common ones, so that the list fits a phone. */
	readonly common: boolean;
}

/**
 * The chips in the order they are shown. Routes follow the Enforcement Guidelines: threats to the emergency route, private
 * data to oversighters, abuse of office outside the local team, child safety to staff only, all else to the wiki's team.
 */
export const kinds = [
	{ id: 'insults', clause: 'ucoc:3.1.insults', route: 'conduct', common: true },
	{ id: 'threats', clause: 'ucoc:3.1.threats', route: 'threat', common: true },
	{ id: 'hounding', clause: 'ucoc:3.1.hounding', route: 'conduct', common: true },
	{ id: 'sexual', clause: 'ucoc:3.1.sexual', route: 'conduct', common: true },
	{ id: 'doxing', clause: 'ucoc:3.1.doxing', route: 'private-data', common: true },
	{ id: 'hate', clause: 'ucoc:3.3.hate', route: 'conduct', common: true },
	{ id: 'trolling', clause: 'ucoc:3.1.trolling', route: 'conduct', common: true },
	{ id: 'other', clause: 'ucoc:3', route: 'conduct', common: true },
	{ id: 'encouraging-harm', clause: 'ucoc:3.1.encouraging-harm', route: 'threat', common: false },
	// No fault of theirs: the chapter as a whole, for the route is what counts.
	{ id: 'self-harm', clause: 'ucoc:3', route: 'threat', common: false },
	{ id: 'child-safety', clause: 'ucoc:3.1', route: 'child-safety', common: false },
	{ id: 'office', clause: 'ucoc:3.2.office', route: 'office', common: false },
	{ id: 'seniority', clause: 'ucoc:3.2.seniority', route: 'office', common: false },
	{ id: 'manipulation', clause: 'ucoc:3.2.manipulation', route: 'conduct', common: false },
	{ id: 'symbols', clause: 'ucoc:3.3.symbols', route: 'conduct', common: false },
	{ id: 'removal', clause: 'ucoc:3.3.removal', route: 'conduct', common: false },
	{ id: 'manipulating', clause: 'ucoc:3.3.manipulating', route: 'conduct', common: false },
] as const satisfies readonly Kind[];

export type KindId = (typeof kinds)[number]['id'];
export const kindIds: readonly KindId[] = kinds.map((kind) => kind.id);

/** The kind with this id; undefined where no such kind exists. */
export function kindOf(id: string): (Kind & { readonly id: KindId }) | undefined {
	return kinds.find((kind) => kind.id === id);
}
