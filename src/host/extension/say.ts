/** The extension's own words in the browser's own language: for what belongs to the browser and not to a wiki. */
import { shownLanguage } from '../../domain/language/shown.ts';
import ar from '../../i18n/extension/ar.json';
import de from '../../i18n/extension/de.json';
import en from '../../i18n/extension/en.json';
import es from '../../i18n/extension/es.json';
import hi from '../../i18n/extension/hi.json';
import hans from '../../i18n/extension/zh-hans.json';
import { wordsIn } from '../../page/words.ts';
import { browser } from './browser.ts';

const all = { ar, de, en, es, hi, 'zh-hans': hans };
export const browserLanguage = () => shownLanguage(browser.i18n.getUILanguage());

export function sayInBrowser(key: Exclude<keyof typeof en, '@metadata'>, ...params: string[]): string {
	return wordsIn(all, browserLanguage(), key, params);
}
