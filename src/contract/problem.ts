/** Errors a person can meet, as values: a message key of i18n and its parameters, the same on every wire. */
import * as v from 'valibot';

/** Every key is also the message `problem-<key>`; adding one means writing its words. */
export const problemKeys = [
	'bad-input',
	'unknown-clause',
	'too-long',
	'wrong-recipients',
	'work-needed',
	'token-refused',
	'too-late',
	'not-a-code',
	'conflict',
	'not-found',
	'not-signed-in',
	'session-expired',
	'forbidden',
	'code-expired',
	'wrong-origin',
	'rate-limited',
	'switched-off',
	'too-large',
	'clock-skew',
	'server-error',
	'backend-unreachable',
	'wiki-unreachable',
	'wiki-error',
	'wiki-not-json',
	'config-missing',
	'config-broken',
	'config-waiting',
	'no-recipients',
	'revision-deleted',
	'revision-hidden',
	'evidence-unconfirmed',
	'key-not-found',
	'passphrase-wrong',
	'storage-failed',
	'not-in-frame',
	'timed-out',
	'cancelled',
] as const;

export const Problem = v.object({
	problem: v.picklist(problemKeys),
	/** For the message's `$1`…: never a name or a typed text in what the backend answers. */
	params: v.optional(v.array(v.string()), []),
	/** What a client shows beside it, where the contract of the route says so. */
	detail: v.optional(v.unknown()),
});
export type Problem = v.InferOutput<typeof Problem>;
export type ProblemKey = (typeof problemKeys)[number];

/** Either a value or the problem that a person should be told. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Problem);

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (problem: ProblemKey, params: string[] = [], detail?: unknown): { ok: false } & Problem => ({
	ok: false,
	problem,
	params,
	...(detail === undefined ? {} : { detail }),
});
