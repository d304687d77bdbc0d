/** Calls a route as the person who is signed in at a wiki. */
import { failed, type Outcome } from '../../contract/problem.ts';
import type { AnswerOf, RouteName } from '../../contract/routes.ts';
import { callBackend, type Given } from '../backend/call.ts';
import type { KeeperServices } from '../services.ts';
import { endSession, storedSession } from './stored.ts';

/** Problems: `not-signed-in`, `session-expired` once, and then it is forgotten; else the route's. */
export async function callSignedIn<N extends RouteName>(
	services: KeeperServices,
	wiki: string,
	name: N,
	given: Given<N>,
): Promise<Outcome<AnswerOf<N>>> {
	const known = await services.vault.get('sessions', wiki);
	const stored = await storedSession(services, wiki);
	if (!stored) return failed(known ? 'session-expired' : 'not-signed-in');
	const answer = await callBackend(services, stored.origin, name, { ...given, secret: stored.token });
	if (answer.ok || !(await endSession(services, wiki, answer.problem))) return answer;
	return failed('session-expired');
}
