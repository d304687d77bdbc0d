/** Verbs of handlers and reporters about reports that the backend keeps. */
import type { KeeperVerbs } from '../contract/keeper.ts';
import type { Handlers } from '../contract/port.ts';
import { failed, type Outcome } from '../contract/problem.ts';
import type { AnswerOf, RouteName } from '../contract/routes.ts';
import { callBackend, type Given } from './backend/call.ts';
import type { KeeperServices } from './services.ts';
import { endSession, storedSession } from './session/stored.ts';
import { configOf } from './trust/history.ts';

/** A route for handlers, with the session of this wiki; one that ended is forgotten. */
async function asHandler<N extends RouteName>(
	services: KeeperServices,
	wiki: string,
	name: N,
	given: Given<N>,
): Promise<Outcome<AnswerOf<N>>> {
	const config = await configOf(services, wiki, 'case');
	if (!config.ok) return config;
	const known = await services.vault.get('sessions', wiki);
	const stored = await storedSession(services, wiki);
	if (!stored) return failed(known ? 'session-expired' : 'not-signed-in');
	const answer = await callBackend(services, stored.origin, name, { ...given, secret: stored.token });
	if (answer.ok || !(await endSession(services, wiki, answer.problem))) return answer;
	return failed('session-expired');
}

export function caseVerbs(
	services: KeeperServices,
): Pick<Handlers<KeeperVerbs>, 'cases' | 'openCase' | 'reportStatus'> {
	return {
		cases: ({ wiki, after, limit }) =>
			asHandler(services, wiki, 'cases', {
				query: {
					...(after === undefined ? {} : { after }),
					...(limit === undefined ? {} : { limit: String(limit) }),
				},
			}),
		openCase: ({ wiki, id }) => asHandler(services, wiki, 'openCase', { params: { id } }),
		async reportStatus({ id }) {
			const sent = await services.vault.get('reports', id);
			if (!sent) return failed('not-found');
			return callBackend(services, sent.origin, 'reportStatus', { params: { id }, secret: sent.secret });
		},
	};
}
