/** Verbs on a team's reports and recovery keys. */
import type { Handlers } from '../contract/port.ts';
import type { TeamVerbs } from '../contract/team-verbs.ts';
import { asHandler } from './cases.ts';
import type { KeeperServices } from './services.ts';
import { tieVerbs } from './ties.ts';

export function teamHandlers(services: KeeperServices): Handlers<TeamVerbs> {
	return {
		...tieVerbs(services),
		sharedCases: ({ wiki, key }) => asHandler(services, wiki, 'sharedCases', { params: { key } }),
		leftCases: ({ wiki }) => asHandler(services, wiki, 'leftCases', {}),
		recoveries: ({ wiki }) => asHandler(services, wiki, 'recoveries', {}),
		askRecovery: ({ wiki, ...body }) => asHandler(services, wiki, 'askRecovery', { body }),
		recoverable: ({ wiki, recovery: id }) => asHandler(services, wiki, 'recoverable', { params: { id } }),
		useRecovery: ({ wiki, recovery: id, report, ...body }) =>
			asHandler(services, wiki, 'useRecovery', { params: { id, report }, body }),
	};
}
