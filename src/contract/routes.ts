/** Every HTTP route of the backend, once: method, path, who may call it, what goes in and comes out. */
import * as v from 'valibot';
import { AboutSchema } from './about.ts';
import { CaseEventsSchema, CaseLiveSchema, ChangedCasesSchema, WriteEventSchema } from './case-log.ts';
import { CaseListSchema, CaseRowSchema, CaseThreadSchema, SealedCaseSchema } from './case.ts';
import {
	AppealSchema,
	FeedbackSchema,
	MessageParams,
	ReportStatusSchema,
	SendMessageSchema,
	ThreadSchema,
} from './follow.ts';
import { dutyRoutes } from './duty-route.ts';
import { hearingRoutes } from './hearing-routes.ts';
import { Bytes32, ReportId, Timestamp, UserName } from './primitives.ts';
import { ReceiptSchema } from './receipt.ts';
import { SendReportSchema } from './report.ts';
import {
	AttestationSchema,
	AttestedSchema,
	IssuedTokensSchema,
	IssueTokensSchema,
	OwnStandingSchema,
} from './standing.ts';
import { RedeemSchema, SessionSchema, SignedInSchema, SignInStartedSchema, StartSignInSchema } from './session.ts';
import { openingRoutes } from './opening-routes.ts';
import { teamRoutes } from './team-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

type Shape = v.GenericSchema<unknown, unknown>;

/**
 * Who may call: `anyone`; `capability`: `Authorization: Capability <secret>` with a client-made 32-byte secret in base64url;
 * `session`: `Authorization: Bearer <token>` of a signed-in person; `handler`: the same, and the person is one; `custodian`:
 * the same, with the role `staff:custodian` or `staff:recovery`, who stands in where there are too few custodians;
 * `reviewer`: the same, with a role `staff:hash-review-…`; `recovery`: the same, with the role `staff:recovery-share`.
 */
export type Access = 'anyone' | 'capability' | 'session' | 'handler' | 'custodian' | 'reviewer' | 'recovery';

export interface Route {
	readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** With `:name` for parameters. */
	readonly path: string;
	readonly access: Access;
	readonly summary: string;
	readonly params?: Shape;
	readonly query?: Shape;
	readonly body?: Shape;
	readonly answer: Shape;
}

const Nothing = v.object({});
const ById = v.object({ id: ReportId });
const Count = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

export const routes = {
	health: {
		method: 'GET',
		path: '/health',
		access: 'anyone',
		summary: 'Whether the service and its store answer.',
		/** `last-good-copy`: some wiki does not answer and what it said last is in use. */
		answer: v.object({ ok: v.literal(true), wikis: v.picklist(['answering', 'last-good-copy']) }),
	},
	about: {
		method: 'GET',
		path: '/v1/about',
		access: 'anyone',
		summary: 'Who runs this backend, staff keys, receipt keys.',
		answer: AboutSchema,
	},
	sendReport: {
		method: 'PUT',
		path: '/v1/reports/:id',
		access: 'capability',
		summary: 'Keeps a sealed report; the same id, capability and bytes again give the same receipt.',
		params: ById,
		body: SendReportSchema,
		answer: ReceiptSchema,
	},
	reportStatus: {
		method: 'GET',
		path: '/v1/reports/:id',
		access: 'capability',
		summary: 'What became of a report, for who holds its capability.',
		params: ById,
		answer: ReportStatusSchema,
	},
	reportThread: {
		method: 'GET',
		path: '/v1/reports/:id/thread',
		access: 'capability',
		summary: 'The report, the box with its key, and its messages, for who holds its capability.',
		params: ById,
		answer: ThreadSchema,
	},
	sendMessage: {
		method: 'PUT',
		path: '/v1/reports/:id/messages/:message',
		access: 'capability',
		summary: 'A sealed message of the reporter; the same id and bytes again are the same message.',
		params: MessageParams,
		body: SendMessageSchema,
		answer: Nothing,
	},
	withdrawReport: {
		method: 'POST',
		path: '/v1/reports/:id/withdrawal',
		access: 'capability',
		summary: 'Takes a report back before it is decided: its text, messages and grants are deleted.',
		params: ById,
		answer: ReportStatusSchema,
	},
	appealReport: {
		method: 'PUT',
		path: '/v1/reports/:id/appeal',
		access: 'capability',
		summary: 'Asks other handlers to look again, once.',
		params: ById,
		body: AppealSchema,
		answer: ReportStatusSchema,
	},
	giveFeedback: {
		method: 'PUT',
		path: '/v1/reports/:id/feedback',
		access: 'capability',
		summary: 'Whether it helped, after closing.',
		params: ById,
		body: FeedbackSchema,
		answer: Nothing,
	},
	issueTokens: {
		method: 'POST',
		path: '/v1/tokens',
		access: 'session',
		summary: 'Signs blinded tokens (RFC 9474), so many a day for an account.',
		body: IssueTokensSchema,
		answer: IssuedTokensSchema,
	},
	ownStanding: {
		method: 'GET',
		path: '/v1/standing',
		access: 'session',
		summary: 'How many tokens the account gets, and whether it was slowed down.',
		answer: OwnStandingSchema,
	},
	attest: {
		method: 'POST',
		path: '/v1/attestations',
		access: 'session',
		summary: 'Signs that the account knew a commitment; stores nothing.',
		body: v.object({ commitment: Bytes32 }),
		answer: AttestationSchema,
	},
	startSignIn: {
		method: 'POST',
		path: '/v1/auth/start',
		access: 'anyone',
		summary: "Begins a sign-in by the wiki's OAuth 2; answers the address to open.",
		body: StartSignInSchema,
		answer: SignInStartedSchema,
	},
	redeem: {
		method: 'POST',
		path: '/v1/auth/redeem',
		access: 'anyone',
		summary: 'Turns the one-time code and the verifier into a session.',
		body: RedeemSchema,
		answer: SignedInSchema,
	},
	session: {
		method: 'GET',
		path: '/v1/session',
		access: 'session',
		summary: 'Who is signed in, with which roles.',
		answer: SessionSchema,
	},
	signOut: {
		method: 'DELETE',
		path: '/v1/session',
		access: 'session',
		summary: 'Ends the session.',
		answer: Nothing,
	},
	cases: {
		method: 'GET',
		path: '/v1/cases',
		access: 'handler',
		summary: 'Reports the asking handler holds a grant of, newest first.',
		query: v.object({
			after: v.optional(v.pipe(v.string(), v.maxLength(200))),
			limit: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/), v.transform(Number), v.maxValue(500))),
		}),
		answer: CaseListSchema,
	},
	// Before the route whose id it would be.
	watchCases: {
		method: 'GET',
		path: '/v1/cases/live',
		access: 'handler',
		summary: 'Rows changed since; answers when there are some, or after twelve seconds.',
		query: v.object({ since: Timestamp }),
		answer: ChangedCasesSchema,
	},
	openCase: {
		method: 'GET',
		path: '/v1/cases/:id',
		access: 'handler',
		summary: 'One sealed report; not found for everybody without a grant.',
		params: ById,
		answer: SealedCaseSchema,
	},
	caseThread: {
		method: 'GET',
		path: '/v1/cases/:id/thread',
		access: 'handler',
		summary: 'Messages of a report and where it stands; not found for everybody without a grant.',
		params: ById,
		answer: CaseThreadSchema,
	},
	caseEvents: {
		method: 'GET',
		path: '/v1/cases/:id/events',
		access: 'handler',
		summary: 'The log of a case, oldest first, after an event of it.',
		params: ById,
		query: v.object({ after: v.optional(Count) }),
		answer: CaseEventsSchema,
	},
	writeEvent: {
		method: 'POST',
		path: '/v1/cases/:id/events',
		access: 'handler',
		summary: 'Appends one signed event and does what it says; the same again is the same, a stale one a conflict.',
		params: ById,
		body: WriteEventSchema,
		answer: CaseRowSchema,
	},
	watchCase: {
		method: 'GET',
		path: '/v1/cases/:id/live',
		access: 'handler',
		summary: 'Where a log ends and who looks at the case, once that differs from `after`; keeps the own lease.',
		params: ById,
		query: v.object({ after: v.optional(v.pipe(v.string(), v.maxLength(100))) }),
		answer: CaseLiveSchema,
	},
	leaveCase: {
		method: 'DELETE',
		path: '/v1/cases/:id/live',
		access: 'handler',
		summary: 'Looks at the case no longer.',
		params: ById,
		answer: Nothing,
	},
	findBadFaith: {
		method: 'POST',
		path: '/v1/cases/:id/bad-faith',
		access: 'handler',
		// With the proof that the report is theirs: nobody is slowed down for what another sent in their name.
		summary: 'A finding that a named reporter acted in bad faith; two of different handlers slow the account down.',
		params: ById,
		body: AttestedSchema,
		answer: v.object({ findings: v.number(), slowedUntil: v.nullable(Timestamp) }),
	},
	liftBadFaith: {
		method: 'DELETE',
		path: '/v1/cases/:id/bad-faith',
		access: 'handler',
		summary: 'Takes the findings back, by a handler who made none of them.',
		params: ById,
		body: v.object({ user: UserName }),
		answer: Nothing,
	},
	...openingRoutes,
	...dutyRoutes,
	...hearingRoutes,
	...teamRoutes,
	...uploadRoutes,
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
type Part<R, P extends string> = R extends { [K in P]: infer S extends Shape } ? v.InferOutput<S> : undefined;
export type ParamsOf<N extends RouteName> = Part<Routes[N], 'params'>;
export type QueryOf<N extends RouteName> = Part<Routes[N], 'query'>;
export type BodyOf<N extends RouteName> = Part<Routes[N], 'body'>;
export type AnswerOf<N extends RouteName> = v.InferOutput<Routes[N]['answer']>;
