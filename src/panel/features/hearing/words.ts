/** The words for the person heard: a file of their own, loaded with the code that says them. */
import en from '../../../i18n/hearing/en.json' with { type: 'json' };
import { partWords } from '../../words/part.ts';
import type { Words } from '../../words/words.ts';

type HearingKey = Exclude<keyof typeof en, '@metadata'>;
export type HearingWords = Words<HearingKey>['t'];

/** null until they are here. */
export const useHearingWords = partWords<HearingKey>('hearing', en);
