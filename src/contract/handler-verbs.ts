/** What the panel's handler views ask of the keeper: cases, answers, steps, own keys, and the custodians' log. */
import * as v from 'valibot';
import { CaseEventsSchema, CaseLiveSchema, ChangedCasesSchema, WriteEventSchema } from './case-log.ts';
import { CaseListSchema, CaseRowSchema, CaseThreadSchema, SealedCaseSchema } from './case.ts';
import { ConfirmationSchema, PublicKeySchema } from './config.ts';
import { WaitingSchema } from './duty-route.ts';
import { ApproveOpeningSchema, AskOpeningSchema, OpeningListSchema } from './identity.ts';
import { KeyId, ReportId, RevisionId, Timestamp, UserName, WikiBase } from './primitives.ts';
import type { Verbs } from './port.ts';
import { AttestedSchema } from './standing.ts';

const Nothing = v.object({});
const OfWiki = v.object({ wiki: WikiBase });
const OfCase = { wiki: WikiBase, id: ReportId };

export const ColleaguesSchema = v.object({
	people: v.array(
		v.object({
			name: v.string(),
			/** As its page or the backend names it: `staff:ROLE` for staff. */
			team: v.string(),
			key: v.object({ id: KeyId, age: v.string(), sign: v.string() }),
			/** Ids of keys that theirs replaced, as far as this client knew them. */
			former: v.array(KeyId),
		}),
	),
	/** Signing keys by id, former ones among them: what an event's signature is checked with. */
	signers: v.record(KeyId, v.object({ name: v.string(), sign: v.string() })),
	/** The same for what the service writes. */
	service: v.record(KeyId, v.string()),
});
export type Colleagues = v.InferOutput<typeof ColleaguesSchema>;

export const handlerVerbs = {
	cases: {
		args: v.object({ wiki: WikiBase, after: v.optional(v.string()), limit: v.optional(v.number()) }),
		answer: CaseListSchema,
	},
	openCase: { args: v.object(OfCase), answer: SealedCaseSchema },
	caseThread: { args: v.object(OfCase), answer: CaseThreadSchema },
	caseEvents: { args: v.object({ ...OfCase, after: v.optional(v.number()) }), answer: CaseEventsSchema },
	/** Every change by a handler. A conflict comes with `detail`, a `Conflict`. */
	writeEvent: { args: v.object({ ...OfCase, ...WriteEventSchema.entries }), answer: CaseRowSchema },
	/** Waits up to twelve seconds for something else than `after`; being asked is being present. */
	watchCase: { args: v.object({ ...OfCase, after: v.optional(v.string()) }), answer: CaseLiveSchema },
	leaveCase: { args: v.object(OfCase), answer: Nothing },
	watchCases: { args: v.object({ wiki: WikiBase, since: Timestamp }), answer: ChangedCasesSchema },
	waitingWork: { args: OfWiki, answer: WaitingSchema },
	/** Everybody who may receive reports of this wiki, by the keys that this client trusts. */
	colleagues: { args: OfWiki, answer: ColleaguesSchema },
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
