/** The words of deciding and of hearing: a file of their own, loaded with the code that says them. */
import { directionOf, shownLanguage } from '../../../../domain/language/shown.ts';
import en from '../../../../i18n/decide/en.json' with { type: 'json' };
import type { PanelServices } from '../../../services.ts';
import { loadWords } from '../../../words/load.ts';
import { partWords } from '../../../words/part.ts';
import type { Words } from '../../../words/words.ts';

type DecideKey = Exclude<keyof typeof en, '@metadata'>;
export type DecideWords = Words<DecideKey>['t'];

/** null until they are here. */
export const useDecideWords = partWords<DecideKey>('decide', en);

/** In the language of who gets a letter. */
export function decideWordsIn(language: string, { asset }: Pick<PanelServices, 'asset'>): Promise<Words<DecideKey>> {
	return loadWords<DecideKey>(language, directionOf(shownLanguage(language)), asset, 'i18n/decide', en);
}
