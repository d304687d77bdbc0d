/** Verbs of handlers about cases that the backend keeps, and of custodians about openings. */
import type { HandlerVerbs } from '../contract/handler-verbs.ts';
import type { Handlers } from '../contract/port.ts';
import type { Outcome } from '../contract/problem.ts';
import type { AnswerOf, RouteName } from '../contract/routes.ts';
import type { Given } from './backend/call.ts';
import type { KeeperServices } from './services.ts';
import { callSignedIn } from './session/call.ts';
import { configOf } from './trust/history.ts';

/** A route for handlers, unless the wiki has switched cases off. */
export async function asHandler<N extends RouteName>(
	services: KeeperServices,
	wiki: string,
	name: N,
	given: Given<N>,
): Promise<Outcome<AnswerOf<N>>> {
	const config = await configOf(services, wiki, 'case');
	if (!config.ok) return config;
	return callSignedIn(services, wiki, name, given);
}

type CaseVerb =
	| 'cases'
	| 'openCase'
	| 'caseThread'
	| 'caseEvents'
	| 'writeEvent'
	| 'watchCase'
	| 'leaveCase'
	| 'watchCases'
	| 'waitingWork'
	| 'findBadFaith'
	| 'liftBadFaith'
	| 'openings'
	| 'askOpening'
	| 'approveOpening';

export function caseVerbs(services: KeeperServices): Pick<Handlers<HandlerVerbs>, CaseVerb> {
	return {
		cases: ({ wiki, after, limit }) =>
			asHandler(services, wiki, 'cases', {
				query: {
					...(after === undefined ? {} : { after }),
					...(limit === undefined ? {} : { limit: String(limit) }),
				},
			}),
		openCase: ({ wiki, id }) => asHandler(services, wiki, 'openCase', { params: { id } }),
		caseThread: ({ wiki, id }) => asHandler(services, wiki, 'caseThread', { params: { id } }),
		caseEvents: ({ wiki, id, after }) =>
			asHandler(services, wiki, 'caseEvents', {
				params: { id },
				query: after === undefined ? {} : { after: String(after) },
			}),
		writeEvent: ({ wiki, id, ...body }) => asHandler(services, wiki, 'writeEvent', { params: { id }, body }),
		watchCase: ({ wiki, id, after }) =>
			asHandler(services, wiki, 'watchCase', { params: { id }, query: after === undefined ? {} : { after } }),
		leaveCase: ({ wiki, id }) => asHandler(services, wiki, 'leaveCase', { params: { id } }),
		watchCases: ({ wiki, since }) => asHandler(services, wiki, 'watchCases', { query: { since } }),
		waitingWork: ({ wiki }) => asHandler(services, wiki, 'waitingWork', {}),
		findBadFaith: ({ wiki, id, ...body }) => asHandler(services, wiki, 'findBadFaith', { params: { id }, body }),
		liftBadFaith: ({ wiki, id, ...body }) => asHandler(services, wiki, 'liftBadFaith', { params: { id }, body }),
		openings: ({ wiki }) => asHandler(services, wiki, 'openings', {}),
		askOpening: ({ wiki, ...body }) => asHandler(services, wiki, 'askOpening', { body }),
		approveOpening: ({ wiki, opening, ...body }) =>
			asHandler(services, wiki, 'approveOpening', { params: { id: opening }, body }),
	};
}
