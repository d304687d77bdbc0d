/** By when what should happen to a report, as its wiki configures it. */
import type { RouteId } from './kinds.ts';
import type { ReportState } from './states.ts';

export interface Deadlines {
	/** Until a person has looked at it first. */
	readonly triageDays: number;
	/** The same for the emergency route. */
	readonly emergencyHours: number;
	/** Until the reporter is told what came of it. */
	readonly decisionDays: number;
	/** How long after a decision an appeal is possible; then the report closes. */
	readonly appealDays: number;
	/** How long the answer of a person reported is waited for, before a measure that is not urgent. */
	readonly hearingDays: number;
}

/** Seven days and three months: the terms of Directive (EU) 2019/1937, article 9(1)(b) and (f). */
export const usualDeadlines: Deadlines = {
	triageDays: 7,
	emergencyHours: 24,
	decisionDays: 90,
	appealDays: 30,
	hearingDays: 3,
};

export interface Due {
	readonly step: 'triage' | 'decision' | 'close';
	/** Milliseconds since 1970. */
	readonly by: number;
}

const hour = 60 * 60 * 1000;

/** The next step that somebody owes, and by when; null where nothing more is to come. `since`: in this state since then (ms). */
export function dueOf(
	report: { readonly state: ReportState; readonly route: RouteId; readonly at: number; readonly since: number },
	deadlines: Deadlines,
	/** When it was appealed (ms), if it was: the term for a decision begins anew. */
	appealedAt: number | null = null,
): Due | null {
	const { state, route, at, since } = report;
	if (state === 'received') {
		const hours = route === 'threat' ? deadlines.emergencyHours : deadlines.triageDays * 24;
		return { step: 'triage', by: at + hours * hour };
	}
	if (state === 'triaged' || state === 'in-review') {
		return { step: 'decision', by: (appealedAt ?? at) + deadlines.decisionDays * 24 * hour };
	}
	return state === 'decided' ? { step: 'close', by: since + deadlines.appealDays * 24 * hour } : null;
}
