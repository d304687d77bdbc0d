/** Verbs of reporters about reports they sent: how it stands, its messages, taking it back, appealing, whether it helped. */
import type { KeeperVerbs } from '../contract/keeper.ts';
import type { Handlers } from '../contract/port.ts';
import { done, failed, type Outcome } from '../contract/problem.ts';
import type { ReporterVerbs } from '../contract/reporter-verbs.ts';
import type { AnswerOf, RouteName } from '../contract/routes.ts';
import { callBackend, type Given } from './backend/call.ts';
import type { KeeperServices } from './services.ts';
import { markUsed } from './trust/used.ts';
import { viewConfig } from './trust/config-view.ts';

/** A route for who holds the capability, as the vault has it. */
async function asReporter<N extends RouteName>(
	services: KeeperServices,
	id: string,
	name: N,
	given: Given<N>,
): Promise<Outcome<AnswerOf<N>>> {
	const sent = await services.vault.get('reports', id);
	if (!sent) return failed('not-found');
	return callBackend(services, sent.origin, name, { ...given, secret: sent.secret });
}

type FollowVerb = 'thread' | 'findReport' | 'sendMessage' | 'withdraw' | 'appeal' | 'feedback';

export function followVerbs(
	services: KeeperServices,
): Pick<Handlers<ReporterVerbs>, FollowVerb> & Pick<Handlers<KeeperVerbs>, 'reportStatus'> {
	return {
		reportStatus: ({ id }) => asReporter(services, id, 'reportStatus', { params: { id } }),
		thread: ({ id }) => asReporter(services, id, 'reportThread', { params: { id } }),
		async findReport({ wiki, id, secret }) {
			const seen = await viewConfig(services, wiki);
			if (!seen.ok) return seen;
			const { origin } = seen.value.view;
			const thread = await callBackend(services, origin, 'reportThread', { params: { id }, secret });
			if (!thread.ok) return thread;
			// What a code opens is one report; an answer about another one is not to be kept under its name.
			return thread.value.status.id === id ? done({ origin, thread: thread.value }) : failed('server-error');
		},
		sendMessage: ({ id, message, ...body }) =>
			asReporter(services, id, 'sendMessage', { params: { id, message }, body }),
		withdraw: ({ id }) => asReporter(services, id, 'withdrawReport', { params: { id } }),
		async appeal({ id, ...body }) {
			const appealed = await asReporter(services, id, 'appealReport', { params: { id }, body });
			const sent = appealed.ok ? await services.vault.get('reports', id) : undefined;
			if (sent) await markUsed(services, sent, body.grants);
			return appealed;
		},
		feedback: ({ id, ...body }) => asReporter(services, id, 'giveFeedback', { params: { id }, body }),
	};
}
