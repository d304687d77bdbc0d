/** Stands in for the backend and the wiki of a reviewer: one match, its picture, its steps, in memory. */
import type { Handlers } from '../../../src/contract/port.ts';
import { done, failed } from '../../../src/contract/problem.ts';
import type { ReviewVerbs } from '../../../src/contract/review-verbs.ts';
import type { Match } from '../../../src/panel/features/review/one-match.tsx';

export interface AtReview {
	match?: Match;
	/** What a look at the picture gives, base64. */
	picture?: string;
	/** Of the staff who review. */
	reviewKey?: string;
}

/** One near hash alone, on a list against the abuse of children. */
export const match: Match = {
	id: 'M'.repeat(22),
	class: 'child-abuse',
	wiki: 'https://wiki.example.org/w',
	title: 'File:Harbour.png',
	state: 'waiting',
	at: '2026-11-21T09:00:00.000Z',
	hits: 1,
	nearest: 12,
	sha1: '0'.repeat(31),
	evidence: [
		{
			list: 'abuse',
			kind: 'pdq',
			distance: 12,
			view: 'full/original',
			source: 'A provider',
			label: '',
			votesFor: 2,
			votesAgainst: 0,
			version: 3,
		},
	],
	acts: [],
	report: null,
	preservedUntil: null,
	exposures: 3,
	picture: null,
};

const at = '2026-11-22T10:00:00.000Z';
const after = { confirm: 'confirmed', 'not-a-match': 'not-a-match', escalate: 'escalated' } as const;
const stages = { prepare: 'prepared', send: 'sent', finish: 'finished', retract: 'retracted' } as const;

export function reviewOf(wishes: () => AtReview): Handlers<ReviewVerbs> {
	const change = (part: Partial<Match>): void => {
		const { match } = wishes();
		if (match) wishes().match = { ...match, ...part };
	};
	return {
		uploadMatches({ class: of, state }) {
			const { match } = wishes();
			const isOpen = match?.state === 'waiting' || match?.state === 'escalated';
			return done({ matches: match?.class === of && isOpen === (state === 'open') ? [match] : [], next: null });
		},
		uploadLook({ what }) {
			const { match, picture = null } = wishes();
			if (!match) return failed('not-found');
			change({
				exposures: match.exposures + (what === 'picture' ? 1 : 0),
				acts: [...match.acts, { at, who: '0'.repeat(16), act: `look-${what}`, box: null }],
			});
			return done({ ...(wishes().match ?? match), picture: what === 'picture' ? picture : null });
		},
		uploadDecide({ decision, reason = null }) {
			const acts = wishes().match?.acts ?? [];
			change({ state: after[decision], acts: [...acts, { at, who: '0'.repeat(16), act: decision, box: reason }] });
			return done({ state: after[decision], preservedUntil: at });
		},
		uploadReport({ step }) {
			change({ report: { stage: stages[step], number: step === 'prepare' ? null : '42', mode: 'test' } });
			return done({ stage: stages[step], number: null });
		},
		uploadPreserved: () => failed('not-found'),
		reviewKeys: () => done({ keys: [{ name: 'Staff', age: wishes().reviewKey ?? '' }] }),
		removeFile: () => done({ deleted: 1, suppressed: 1 }),
	};
}
