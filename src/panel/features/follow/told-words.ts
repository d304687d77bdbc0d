/** What is said of a message or an appeal on its way, in the words of its reporter. */
import type { ToldWords } from '../../writing/told.tsx';
import type { FollowWords } from './words.ts';

export const toldWords = (say: FollowWords, empty: 'follow-write-empty' | 'follow-appeal-empty'): ToldWords => ({
	sending: say('follow-write-sending'),
	arrived: say('follow-write-sent'),
	earlier: say('follow-write-earlier'),
	empty: say(empty),
	kept: say('follow-write-kept'),
});
