/** How long a case is kept: by how it ended and how urgent it was, never by what was found, which only its handlers know. */
import type { RouteId } from '../report/kinds.ts';
import type { ReportState } from '../report/states.ts';

/** In days, each since the last step; `undecided` since anything was written about it. */
export interface KeptDays {
	/** Its words went when it was withdrawn; after this the rest goes. */
	readonly withdrawn: number;
	readonly decided: number;
	/** Decided, and it came as a threat or concerned the safety of a child: somebody may ask for it years later. */
	readonly urgent: number;
	/** Nobody ever decided it. */
	readonly undecided: number;
}

/** A year of appeals, of the same person again and of questions from courts is past by then. */
export const usualDays: KeptDays = { withdrawn: 30, decided: 730, urgent: 1095, undecided: 1095 };

/** After these days (since the decision) a case where no rule was broken may go: its handlers are reminded, for only they know. */
export const noViolationDays = 180;

const urgentRoutes: readonly RouteId[] = ['threat', 'child-safety'];

/** The cases of one period, as the store finds them. */
export interface Term {
	readonly states: readonly ReportState[];
	readonly routes: { readonly among: boolean; readonly of: readonly RouteId[] } | null;
	readonly from: 'since' | 'changed';
	readonly days: number;
}

/** Every state is in one of them. */
export function termsOf(days: KeptDays): readonly Term[] {
	const decided = ['decided', 'closed'] as const;
	const routes = (among: boolean): Term['routes'] => ({ among, of: urgentRoutes });
	return [
		{ states: ['withdrawn'], routes: null, from: 'since', days: days.withdrawn },
		{ states: decided, routes: routes(false), from: 'since', days: days.decided },
		{ states: decided, routes: routes(true), from: 'since', days: days.urgent },
		{ states: ['received', 'triaged', 'in-review'], routes: null, from: 'changed', days: days.undecided },
	];
}
