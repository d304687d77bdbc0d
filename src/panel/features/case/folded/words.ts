/** The words of reading with care, of keeping and of exporting. */
import en from '../../../../i18n/keep/en.json' with { type: 'json' };
import { partWords } from '../../../words/part.ts';
import type { Words } from '../../../words/words.ts';

export type KeepKey = Exclude<keyof typeof en, '@metadata'>;
export type KeepWords = Words<KeepKey>['t'];

/** null until they are here. */
export const useKeepWords = partWords<KeepKey>('keep', en);
