/** The words of the dock, which is fetched at the first use: the frame around the panel, and the question before it. */
import { shownLanguage } from '../../domain/language/shown.ts';
import ar from '../../i18n/dock/ar.json';
import de from '../../i18n/dock/de.json';
import en from '../../i18n/dock/en.json';
import es from '../../i18n/dock/es.json';
import hi from '../../i18n/dock/hi.json';
import hans from '../../i18n/dock/zh-hans.json';
import { wordsIn } from '../words.ts';

const all = { ar, de, en, es, hi, 'zh-hans': hans };

/** `params` stand for `$1`, `$2` … */
export const dockMessage = (key: Exclude<keyof typeof en, '@metadata'>, ...params: string[]): string =>
	wordsIn(all, shownLanguage(document.documentElement.lang), key, params);
