/** How much waits for a handler: what a client that notifies them asks every few minutes. */
import * as v from 'valibot';
import { Timestamp } from './primitives.ts';

export const WaitingSchema = v.object({
	/** Reports that the asker can read and nobody has come to, or that are overdue. */
	count: v.number(),
	/** Since when the last of them waits; null where none does. */
	newest: v.nullable(Timestamp),
});

export const dutyRoutes = {
	waitingWork: {
		method: 'GET',
		path: '/v1/duty',
		access: 'handler',
		summary: "How many of the asker's reports wait for somebody, and since when the last one does.",
		answer: WaitingSchema,
	},
} as const;
