/** Which cases a query shows, and how many each of its choices would. */
import type { DeskQuery, LaneId } from '../../../../contract/desk-choices.ts';
import { isMine, isUnassigned, lanesOf, type Desk } from './lanes.ts';
import { isLate, type Case, type Opened } from './model.ts';

export const everything: DeskQuery = {
	lane: 'waiting',
	state: null,
	kind: null,
	clause: null,
	route: null,
	whose: null,
	overdue: false,
	wiki: null,
	text: '',
};

export const facets = ['state', 'kind', 'clause', 'route', 'whose', 'wiki'] as const;
export type Facet = (typeof facets)[number];

/** What a report is in each facet: the values under which it is found. */
export function valuesOf({ row, summary }: Opened, desk: Desk): Readonly<Record<Facet, string | null>> {
	return {
		state: row.state,
		kind: summary?.kind ?? null,
		clause: row.section,
		route: row.route,
		whose: isMine(row, desk) ? 'mine' : isUnassigned(row, desk) ? 'unassigned' : null,
		wiki: row.wiki,
	};
}

/** `found`: ids of reports that the searched words are in; null where nothing is searched. */
function reportMatches(one: Opened, query: DeskQuery, desk: Desk, found: ReadonlySet<string> | null): boolean {
	if (found && !found.has(one.row.id)) return false;
	if (query.overdue && !isLate(one.row, desk.now)) return false;
	const values = valuesOf(one, desk);
	return facets.every((facet) => query[facet] === null || query[facet] === values[facet]);
}

/** Shown as soon as one of its reports is what was asked for. */
export function isShown(one: Case, query: DeskQuery, desk: Desk, found: ReadonlySet<string> | null): boolean {
	return (
		lanesOf(one, desk).includes(query.lane) && one.reports.some((report) => reportMatches(report, query, desk, found))
	);
}

export const isFiltered = (query: DeskQuery): boolean =>
	query.text !== '' || query.overdue || facets.some((facet) => query[facet] !== null);

export interface Counts {
	readonly lanes: Readonly<Record<LaneId, number>>;
	/** Cases of the lane with this value in one of their reports. */
	readonly facets: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
	readonly overdue: number;
}

export function countsOf(cases: readonly Case[], lane: LaneId, desk: Desk): Counts {
	const lanes = { waiting: 0, mine: 0, snoozed: 0, over: 0 };
	const maps = {
		state: new Map(),
		kind: new Map(),
		clause: new Map(),
		route: new Map(),
		whose: new Map(),
		wiki: new Map(),
	};
	const counted: Record<Facet, Map<string, number>> = maps;
	let overdue = 0;
	for (const one of cases) {
		const own = lanesOf(one, desk);
		for (const id of own) lanes[id] += 1;
		if (!own.includes(lane)) continue;
		if (one.reports.some(({ row }) => isLate(row, desk.now))) overdue += 1;
		const values = one.reports.map((report) => valuesOf(report, desk));
		for (const facet of facets) {
			for (const value of new Set(values.map((own) => own[facet]))) {
				if (value !== null) counted[facet].set(value, (counted[facet].get(value) ?? 0) + 1);
			}
		}
	}
	return { lanes, facets: counted, overdue };
}
