/** The words of a case's log. */
import en from '../../../../i18n/log/en.json' with { type: 'json' };
import { partWords } from '../../../words/part.ts';
import type { Words } from '../../../words/words.ts';

export type LogKey = Exclude<keyof typeof en, '@metadata'>;
export type LogWords = Words<LogKey>['t'];

/** null until they are here. */
export const useLogWords = partWords<LogKey>('log', en);
