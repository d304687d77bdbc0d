/** The words of handling reports: a file of their own, loaded with the code that says them. */
import { directionOf, shownLanguage } from '../../../domain/language/shown.ts';
import en from '../../../i18n/case/en.json' with { type: 'json' };
import type { PanelServices } from '../../services.ts';
import { loadWords } from '../../words/load.ts';
import { partWords } from '../../words/part.ts';
import type { Words } from '../../words/words.ts';

export type CaseKey = Exclude<keyof typeof en, '@metadata'>;
export type CaseWords = Words<CaseKey>['t'];

/** null until they are here. */
export const useCaseWords = partWords<CaseKey>('case', en);

/** The same words in another's language: for what a handler sends to somebody. */
export async function caseWordsIn(language: string, { asset }: Pick<PanelServices, 'asset'>): Promise<CaseWords> {
	const dir = directionOf(shownLanguage(language));
	return (await loadWords<CaseKey>(language, dir, asset, 'i18n/case', en)).t;
}
