/** What is said of an answer of the person heard on its way. */
import type { ToldWords } from '../../writing/told.tsx';
import type { HearingWords } from './words.ts';

export const toldWords = (say: HearingWords): ToldWords => ({
	sending: say('hearing-sending'),
	arrived: say('hearing-arrived'),
	earlier: say('hearing-earlier'),
	empty: say('hearing-empty'),
	kept: say('hearing-kept'),
});
