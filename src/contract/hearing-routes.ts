/** The routes of hearings: for the person heard by capability, for handlers by what they hold a grant of. */
import * as v from 'valibot';
import { ContestSchema, HearingListSchema, HearingSchema, SayInHearingSchema } from './hearing.ts';
import { MessageParams } from './follow.ts';
import { ReportId } from './primitives.ts';

const ById = v.object({ id: ReportId });

export const hearingRoutes = {
	hearing: {
		method: 'GET',
		path: '/v1/hearings/:id',
		access: 'capability',
		summary: 'What was written to the person reported and by them, for who holds the code.',
		params: ById,
		answer: HearingSchema,
	},
	sayInHearing: {
		method: 'PUT',
		path: '/v1/hearings/:id/messages/:message',
		access: 'capability',
		summary: 'A sealed message of the person heard; the same id and bytes again are the same message.',
		params: MessageParams,
		body: SayInHearingSchema,
		answer: v.object({}),
	},
	contestDecision: {
		method: 'PUT',
		path: '/v1/hearings/:id/contest',
		access: 'capability',
		summary: 'The person reported asks for another handler to look again, once, after reasons were given.',
		params: ById,
		body: ContestSchema,
		answer: HearingSchema,
	},
	caseHearings: {
		method: 'GET',
		path: '/v1/cases/:id/hearings',
		access: 'handler',
		summary: 'The hearings of a case, sealed; not found for everybody without a grant.',
		params: ById,
		answer: HearingListSchema,
	},
} as const;
