/** The HTTP status that each problem travels with. */
import type { ProblemKey } from '../../contract/problem.ts';

const statuses = {
	'bad-input': 400,
	'unknown-clause': 400,
	'too-long': 400,
	'wrong-recipients': 422,
	'token-refused': 422,
	'work-needed': 428,
	conflict: 409,
	'too-late': 409,
	'not-found': 404,
	'not-signed-in': 401,
	'session-expired': 401,
	forbidden: 403,
	'code-expired': 410,
	'wrong-origin': 403,
	'rate-limited': 429,
	'switched-off': 503,
	'too-large': 413,
	'server-error': 500,
	'wiki-unreachable': 503,
	'wiki-error': 503,
	'wiki-not-json': 503,
	'config-missing': 503,
	'config-broken': 503,
} as const satisfies Partial<Record<ProblemKey, number>>;

/** A problem that is only a client's own would be our mistake. */
export function statusOf(problem: ProblemKey): (typeof statuses)[keyof typeof statuses] {
	return problem in statuses ? statuses[problem as keyof typeof statuses] : 500;
}
