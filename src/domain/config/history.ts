/** What a wiki's configuration said over the last days: since when somebody is listed, since when an origin stands. */
import type { RouteId } from '../report/kinds.ts';
import { canonicalName } from '../people/names.ts';
import { newcomerWaitMs } from '../keys/model.ts';
import type { WikiConfig } from './model.ts';

export interface ConfigEntry {
	readonly config: WikiConfig;
	readonly revision: number;
	/** Milliseconds: in force from then on, as far as the order of revisions and the log bear it out. */
	readonly at: number;
}

/** Newest first, back to the first one older than 72 hours where there is one. Never empty; broken revisions are left out. */
export interface ConfigHistory {
	readonly entries: readonly [ConfigEntry, ...ConfigEntry[]];
	/** The page was deleted, restored, moved or imported into: that it looks new says nothing. */
	readonly rewritten: boolean;
}

/** Start of the unbroken run of newest entries of which `holds` is true; Infinity where the newest is none. */
function since(history: ConfigHistory, holds: (config: WikiConfig) => boolean): number {
	let start = Number.POSITIVE_INFINITY;
	for (const { config, at } of history.entries) {
		if (!holds(config)) break;
		start = at;
	}
	return start;
}

/** Canonical names of everybody whom these routes can reach in a team of the wiki. */
export function listed(config: WikiConfig, routes?: readonly RouteId[]): Set<string> {
	const ids = routes ?? (Object.keys(config.routes) as RouteId[]);
	const teams = ids.flatMap((id) => config.routes[id] ?? []);
	return new Set(teams.flatMap((team) => config.teams[team]?.members ?? []).map(canonicalName));
}

/** Since when (ms) a person is listed without a break: for any route, or for this one. */
export function listedSince(history: ConfigHistory, person: string, route?: RouteId): number {
	return since(history, (config) => listed(config, route && [route]).has(person));
}

/** Whether a person was within any route's reach at some time in these days before the present run began. */
export function wasListedBefore(history: ConfigHistory, person: string, start: number): boolean {
	return history.entries.some(({ config, at }) => at < start && listed(config).has(person));
}

/** People whom a route reached in these days and does not now. */
export function removedFrom(history: ConfigHistory, route: RouteId): string[] {
	const now = listed(history.entries[0].config, [route]);
	const before = new Set(history.entries.flatMap(({ config }) => [...listed(config, [route])]));
	return [...before].filter((person) => !now.has(person));
}

export function originSince(history: ConfigHistory): number {
	const { origin } = history.entries[0].config.backend;
	return since(history, (config) => config.backend.origin === origin);
}

/** The origin in force 72 hours before `now`; null where the page was not there then. */
export function originBefore(history: ConfigHistory, now: number): string | null {
	return history.entries.find(({ at }) => at <= now - newcomerWaitMs)?.config.backend.origin ?? null;
}

/** Whether the page as a whole is younger than the wait and nothing says that it only looks so. */
export function isYoung(history: ConfigHistory, now: number): boolean {
	return !history.rewritten && history.entries.every(({ at }) => at > now - newcomerWaitMs);
}
