/** Every HTTP route of the backend, once: method, path, who may call it, what goes in and comes out. */
import * as v from 'valibot';
import { AboutSchema } from './about.ts';
import { CaseListSchema, SealedCaseSchema } from './case.ts';
import { ReportId } from './primitives.ts';
import { ReceiptSchema, ReportStatusSchema, SealedReportSchema } from './report.ts';
import { RedeemSchema, SessionSchema, SignedInSchema, SignInStartedSchema, StartSignInSchema } from './session.ts';

type Shape = v.GenericSchema<unknown, unknown>;

/**
 * Who may call: `anyone`; `capability`: `Authorization: Capability <secret>` with a client-made 32-byte secret in base64url;
 * `session`: `Authorization: Bearer <token>` of a signed-in person; `handler`: the same, and the person is one.
 */
export type Access = 'anyone' | 'capability' | 'session' | 'handler';

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
		body: SealedReportSchema,
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
	openCase: {
		method: 'GET',
		path: '/v1/cases/:id',
		access: 'handler',
		summary: 'One sealed report; not found for everybody without a grant.',
		params: ById,
		answer: SealedCaseSchema,
	},
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
type Part<R, P extends string> = R extends { [K in P]: infer S extends Shape } ? v.InferOutput<S> : undefined;
export type ParamsOf<N extends RouteName> = Part<Routes[N], 'params'>;
export type QueryOf<N extends RouteName> = Part<Routes[N], 'query'>;
export type BodyOf<N extends RouteName> = Part<Routes[N], 'body'>;
export type AnswerOf<N extends RouteName> = v.InferOutput<Routes[N]['answer']>;
