/** What the panel's handler views ask of the keeper: cases, answers, steps, own keys, and the custodians' log. */
import * as v from 'valibot';
import { CaseListSchema, CaseThreadSchema, MoveCaseSchema, MovedSchema, SealedCaseSchema } from './case.ts';
import { ConfirmationSchema, PublicKeySchema } from './config.ts';
import { AnswerReporterSchema } from './case.ts';
import { ApproveOpeningSchema, AskOpeningSchema, OpeningListSchema } from './identity.ts';
import { ReportId, RevisionId, Timestamp, UserName, WikiBase } from './primitives.ts';
import type { Verbs } from './port.ts';
import { AttestedSchema } from './standing.ts';

const Nothing = v.object({});
const OfWiki = v.object({ wiki: WikiBase });
const OfCase = { wiki: WikiBase, id: ReportId };

export const handlerVerbs = {
	cases: {
		args: v.object({ wiki: WikiBase, after: v.optional(v.string()), limit: v.optional(v.number()) }),
		answer: CaseListSchema,
	},
	openCase: { args: v.object(OfCase), answer: SealedCaseSchema },
	caseThread: { args: v.object(OfCase), answer: CaseThreadSchema },
	answerReporter: {
		args: v.object({ ...OfCase, message: ReportId, ...AnswerReporterSchema.entries }),
		answer: Nothing,
	},
	moveCase: { args: v.object({ ...OfCase, ...MoveCaseSchema.entries }), answer: MovedSchema },
	/** Says that who attested this report sent it in bad faith: counts once a second handler says so too. */
	findBadFaith: {
		args: v.object({ ...OfCase, ...AttestedSchema.entries }),
		answer: v.object({ findings: v.number(), slowedUntil: v.nullable(Timestamp) }),
	},
	/** Takes that back, by a handler who was none of the two. */
	liftBadFaith: { args: v.object({ ...OfCase, user: UserName }), answer: Nothing },
	/** Writes the own key page in the own user space. */
	publishKey: {
		args: v.object({ wiki: WikiBase, key: PublicKeySchema, confirms: v.array(ConfirmationSchema) }),
		answer: v.object({ revision: RevisionId, page: v.string() }),
	},
	/** What the own key page says now; null where there is none. */
	ownKey: {
		args: OfWiki,
		answer: v.nullable(v.object({ key: PublicKeySchema, confirms: v.array(ConfirmationSchema) })),
	},
	/** Keys and origins that wait for somebody's confirmation. */
	waiting: {
		args: OfWiki,
		answer: v.array(v.object({ subject: v.string(), name: v.string(), since: Timestamp, until: Timestamp })),
	},
	/** The log of openings, for custodians. */
	openings: { args: OfWiki, answer: OpeningListSchema },
	askOpening: { args: v.object({ wiki: WikiBase, ...AskOpeningSchema.entries }), answer: v.object({ id: ReportId }) },
	approveOpening: {
		args: v.object({ wiki: WikiBase, opening: ReportId, ...ApproveOpeningSchema.entries }),
		answer: Nothing,
	},
} as const satisfies Verbs;
export type HandlerVerbs = typeof handlerVerbs;
