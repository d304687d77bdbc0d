/** The states a report passes through, as its reporter sees them, and which step may follow which. */

export const reportStates = ['received', 'triaged', 'in-review', 'decided', 'closed', 'withdrawn'] as const;
export type ReportState = (typeof reportStates)[number];

/** Steps a handler may take; back into review leads only the reporter's appeal. */
const steps: Readonly<Record<ReportState, readonly ReportState[]>> = {
	received: ['triaged', 'in-review'],
	triaged: ['in-review'],
	'in-review': ['decided'],
	decided: ['closed'],
	closed: [],
	withdrawn: [],
};

/** Whether a handler may take this step. */
export function mayMove(from: ReportState, to: ReportState): boolean {
	return steps[from].includes(to);
}

/** Whether its reporter may still take it back. */
export function mayWithdraw(state: ReportState): boolean {
	return state === 'received' || state === 'triaged' || state === 'in-review';
}

/** Whether its reporter may ask other handlers to look again: once, and only after a decision. */
export function mayAppeal(state: ReportState, appealed: boolean): boolean {
	return !appealed && (state === 'decided' || state === 'closed');
}
