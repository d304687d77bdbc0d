/** The words of the custodians' view: a file of their own, loaded with the code that says them. */
import en from '../../../i18n/custody/en.json' with { type: 'json' };
import { partWords } from '../../words/part.ts';
import type { Words } from '../../words/words.ts';

type CustodyKey = Exclude<keyof typeof en, '@metadata'>;
export type CustodyWords = Words<CustodyKey>['t'];

/** null until they are here. */
export const useCustodyWords = partWords<CustodyKey>('custody', en);
