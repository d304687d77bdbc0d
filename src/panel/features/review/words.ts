/** The words of the reviewers' view: a file of their own, loaded with the code that says them. */
import en from '../../../i18n/review/en.json' with { type: 'json' };
import { partWords } from '../../words/part.ts';
import type { Words } from '../../words/words.ts';

type ReviewKey = Exclude<keyof typeof en, '@metadata'>;
export type ReviewWords = Words<ReviewKey>['t'];

/** null until they are here. */
export const useReviewWords = partWords<ReviewKey>('review', en);
