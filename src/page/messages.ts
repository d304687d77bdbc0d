/** The handful of words that stand in the page itself, in its language; everything else is said in the dock or the panel. */
import { shownLanguage } from '../domain/language/shown.ts';
import ar from '../i18n/page/ar.json';
import de from '../i18n/page/de.json';
import en from '../i18n/page/en.json';
import es from '../i18n/page/es.json';
import hi from '../i18n/page/hi.json';
import hans from '../i18n/page/zh-hans.json';
import { wordsIn } from './words.ts';

export type MessageKey = Exclude<keyof typeof en, '@metadata'>;

const all = { ar, de, en, es, hi, 'zh-hans': hans };

/** `params` stand for `$1`, `$2` … */
export const message = (key: MessageKey, ...params: string[]): string =>
	wordsIn(all, shownLanguage(document.documentElement.lang), key, params);
