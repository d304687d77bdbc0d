/** Stands in for the backend of a team and of recovery, and for the wiki that tells who met whom. */
import type { AllVerbs } from '../../../src/contract/all-verbs.ts';
import type { Handlers } from '../../../src/contract/port.ts';
import { done, failed } from '../../../src/contract/problem.ts';
import type { Recoverable, RecoveryList, Ties } from '../../../src/contract/team.ts';
import type { TeamVerbs } from '../../../src/contract/team-verbs.ts';

export interface AtTeam {
	ties?: Ties;
	/** By key of a colleague: reports that an earlier one of theirs opens. */
	shared?: Record<string, string[]>;
	/** Reports that are open to keys of people who left. */
	left?: { id: string; keys: string[] }[];
	recovery?: RecoveryList;
	/** What the second holder may open; one that was given is not there any more. */
	recoverable?: Recoverable['reports'];
}

export function teamOf(team: () => AtTeam): Pick<Handlers<AllVerbs>, keyof TeamVerbs> {
	return {
		ties: () => done(team().ties ?? { people: [], partial: false }),
		sharedCases: ({ key }) => done({ reports: team().shared?.[key] ?? [] }),
		leftCases: () => done({ reports: team().left ?? [] }),
		recoveries: () => done(team().recovery ?? { pairs: [], recoveries: [] }),
		askRecovery: () => done({}),
		recoverable: () => done({ reports: team().recoverable ?? [] }),
		useRecovery: ({ report }) => {
			const left = team().recoverable ?? [];
			if (!left.some(({ id }) => id === report)) return failed('not-found');
			Object.assign(team(), { recoverable: left.filter(({ id }) => id !== report) });
			return done({});
		},
	};
}
