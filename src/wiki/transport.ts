/** How this room reaches a wiki: one API call in, the wiki's JSON out, whoever carries it. */
import * as v from 'valibot';
import type { ApiCall } from '../contract/page-panel.ts';
import { done, failed, type Outcome, type ProblemKey } from '../contract/problem.ts';

/**
 * Makes one call of one wiki's API with format=json and formatversion=2 and gives the JSON as it came, an API error in it
 * too. Problems are only those of the way: unreachable, timed out, not JSON, rate-limited after retries, cancelled.
 */
export type WikiTransport = (call: ApiCall) => Promise<Outcome<unknown>>;

const Failure = v.object({ error: v.object({ code: v.string(), info: v.optional(v.string(), '') }) });

/** The API's error codes that mean something of their own to a person; every other one is `wiki-error`. */
const meanings: Readonly<Record<string, ProblemKey>> = {
	ratelimited: 'rate-limited',
	maxlag: 'rate-limited',
	assertuserfailed: 'not-signed-in',
	assertnameduserfailed: 'not-signed-in',
	permissiondenied: 'forbidden',
	protectedpage: 'forbidden',
	blocked: 'forbidden',
	readapidenied: 'forbidden',
	missingtitle: 'not-found',
	nosuchrevid: 'not-found',
	editconflict: 'conflict',
	articleexists: 'conflict',
	contenttoobig: 'too-large',
};

/** The API error code in an answer; undefined where it is none. */
export function errorCode(answer: unknown): string | undefined {
	const parsed = v.safeParse(Failure, answer);
	return parsed.success ? parsed.output.error.code : undefined;
}

/** A call whose answer must have this shape: API errors and unexpected answers become problems. */
export async function ask<S extends v.GenericSchema<unknown, unknown>>(
	transport: WikiTransport,
	call: ApiCall,
	shape: S,
): Promise<Outcome<v.InferOutput<S>>> {
	const reply = await transport(call);
	if (!reply.ok) return reply;
	const code = errorCode(reply.value);
	if (code !== undefined) return failed(meanings[code] ?? 'wiki-error', [code]);
	const parsed = v.safeParse(shape, reply.value);
	return parsed.success ? done(parsed.output) : failed('wiki-error', ['unexpected-answer']);
}
