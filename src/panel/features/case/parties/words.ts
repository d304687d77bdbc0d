/** The words about the parties of a case: loaded with the code that says them. */
import en from '../../../../i18n/parties/en.json' with { type: 'json' };
import { partWords } from '../../../words/part.ts';
import type { Words } from '../../../words/words.ts';

export type PartyKey = Exclude<keyof typeof en, '@metadata'>;
export type PartyWords = Words<PartyKey>['t'];

/** null until they are here. */
export const usePartyWords = partWords<PartyKey>('parties', en);
