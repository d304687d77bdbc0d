/** Every route of a team and of recovery, and how much each takes. */
import type { teamRoutes } from '../../contract/team-routes.ts';
import type { HandlersOf } from './handler.ts';
import type { Limit } from './limits.ts';
import { askRecovery, recoveries } from './recoveries.ts';
import { recoverable, useRecovery } from './recovery-use.ts';
import { leftCases, sharedCases } from './shared-cases.ts';

type Names = keyof typeof teamRoutes;

export const teamHandlers: Pick<HandlersOf, Names> = {
	sharedCases,
	leftCases,
	recoveries,
	askRecovery,
	recoverable,
	useRecovery,
};

export const teamLimits: Readonly<Record<Names, Limit>> = {
	sharedCases: { rate: 'read', bytes: 0 },
	leftCases: { rate: 'read', bytes: 0 },
	recoveries: { rate: 'read', bytes: 0 },
	askRecovery: { rate: 'read', bytes: 210_000 },
	recoverable: { rate: 'read', bytes: 0 },
	// A sealed note and one grant.
	useRecovery: { rate: 'read', bytes: 230_000 },
};
