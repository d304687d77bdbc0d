/** The words of acting on the wiki: loaded with the code that says them, and in the wiki's own language for what is public. */
import { directionOf, shownLanguage } from '../../../../domain/language/shown.ts';
import en from '../../../../i18n/act/en.json' with { type: 'json' };
import type { PanelServices } from '../../../services.ts';
import { loadWords } from '../../../words/load.ts';
import { partWords } from '../../../words/part.ts';
import type { Words } from '../../../words/words.ts';

export type ActKey = Exclude<keyof typeof en, '@metadata'>;
export type ActWords = Words<ActKey>['t'];

/** null until they are here. */
export const useActWords = partWords<ActKey>('act', en);

/** For what stands on the wiki. */
export async function actWordsIn(language: string, { asset }: Pick<PanelServices, 'asset'>): Promise<ActWords> {
	const dir = directionOf(shownLanguage(language));
	return (await loadWords<ActKey>(language, dir, asset, 'i18n/act', en)).t;
}
