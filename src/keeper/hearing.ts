/** Verbs about hearings: of the person heard, at the backend that the wiki names, and of handlers. */
import type { HearingVerbs } from '../contract/hearing-verbs.ts';
import type { Handlers } from '../contract/port.ts';
import type { Outcome } from '../contract/problem.ts';
import type { AnswerOf, RouteName } from '../contract/routes.ts';
import { callBackend, type Given } from './backend/call.ts';
import type { KeeperServices } from './services.ts';
import { callSignedIn } from './session/call.ts';
import { viewConfig } from './trust/config-view.ts';

async function asHeard<N extends RouteName>(
	services: KeeperServices,
	wiki: string,
	name: N,
	given: Given<N>,
): Promise<Outcome<AnswerOf<N>>> {
	const seen = await viewConfig(services, wiki);
	return seen.ok ? callBackend(services, seen.value.view.origin, name, given) : seen;
}

export function hearingHandlers(services: KeeperServices): Handlers<HearingVerbs> {
	return {
		hearing: ({ wiki, id, secret }) => asHeard(services, wiki, 'hearing', { params: { id }, secret }),
		sayInHearing: ({ wiki, id, secret, message, ...body }) =>
			asHeard(services, wiki, 'sayInHearing', { params: { id, message }, secret, body }),
		contestDecision: ({ wiki, id, secret, ...body }) =>
			asHeard(services, wiki, 'contestDecision', { params: { id }, secret, body }),
		caseHearings: ({ wiki, id }) => callSignedIn(services, wiki, 'caseHearings', { params: { id } }),
	};
}
