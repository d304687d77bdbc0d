/** The first event of a log that nothing but a store is asked about: signed by nobody. */
import type { CaseEventTable } from '../../../src/backend/store/log-tables.ts';

export const firstEvent = (report: string): CaseEventTable => ({
	report,
	seq: 1,
	kind: 'received',
	at: 1,
	hash: 'cd'.repeat(32),
	event: '{}',
	sealed: null,
});

/** Where such a log ends, as a report's row has it. */
export const atStart = { version: 1, head: 'cd'.repeat(32), changed: 1 };
