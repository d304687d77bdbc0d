/** What the panel asks of the keeper about hearings: as the person heard, who holds a code, and as a handler. */
import * as v from 'valibot';
import { ContestSchema, HearingListSchema, HearingSchema, SayInHearingSchema } from './hearing.ts';
import { Bytes32, ReportId, WikiBase } from './primitives.ts';
import type { Verbs } from './port.ts';

/** By what the code gives: nothing of it is kept. */
const Held = { wiki: WikiBase, id: ReportId, secret: Bytes32 };

export const hearingVerbs = {
	hearing: { args: v.object(Held), answer: HearingSchema },
	sayInHearing: {
		args: v.object({ ...Held, message: ReportId, ...SayInHearingSchema.entries }),
		answer: v.object({}),
	},
	contestDecision: { args: v.object({ ...Held, ...ContestSchema.entries }), answer: HearingSchema },
	caseHearings: { args: v.object({ wiki: WikiBase, id: ReportId }), answer: HearingListSchema },
} as const satisfies Verbs;
export type HearingVerbs = typeof hearingVerbs;
