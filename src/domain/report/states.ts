/** The states a report passes through, as its reporter sees them. */

export const reportStates = ['received', 'triaged', 'in-review', 'decided', 'closed', 'withdrawn'] as const;
