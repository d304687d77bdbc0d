/** What is said of an answer on its way to its reporter. */
import type { LetterWords } from '../../../writing/letters.tsx';
import type { ToldWords } from '../../../writing/told.tsx';
import type { CaseWords } from '../words.ts';

export const toldWords = (say: CaseWords): ToldWords => ({
	sending: say('talk-sending'),
	arrived: say('talk-arrived'),
	earlier: say('talk-earlier'),
	empty: say('talk-empty'),
	kept: say('talk-kept'),
});

export const letterWords = (say: CaseWords): LetterWords => ({
	from: (from) => say(`talk-from-${from}`),
	kind: (kind) => say(`talk-kind-${kind}`),
	outcome: (outcome) => say(`outcome-${outcome}`),
	unreadable: say('talk-unreadable'),
	none: say('talk-none'),
});
