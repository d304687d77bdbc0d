/** The words of following one's reports: a file of their own, loaded with the code that says them. */
import en from '../../../i18n/follow/en.json' with { type: 'json' };
import { partWords } from '../../words/part.ts';
import type { Words } from '../../words/words.ts';

type FollowKey = Exclude<keyof typeof en, '@metadata'>;
export type FollowWords = Words<FollowKey>['t'];

/** null until they are here. */
export const useFollowWords = partWords<FollowKey>('follow', en);
