/** The words of being told that something waits. */
import en from '../../../../i18n/duty/en.json' with { type: 'json' };
import { partWords } from '../../../words/part.ts';

/** null until they are here. */
export const useDutyWords = partWords<Exclude<keyof typeof en, '@metadata'>>('duty', en);
