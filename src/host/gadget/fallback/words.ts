/** The words of the dialog that stands in for the panel, built in because the server that has the others is not there. */
import { shownLanguage } from '../../../domain/language/shown.ts';
import ar from '../../../i18n/gadget/ar.json';
import de from '../../../i18n/gadget/de.json';
import en from '../../../i18n/gadget/en.json';
import es from '../../../i18n/gadget/es.json';
import hi from '../../../i18n/gadget/hi.json';
import hans from '../../../i18n/gadget/zh-hans.json';
import { wordsIn } from '../../../page/words.ts';

const all = { ar, de, en, es, hi, 'zh-hans': hans };

/** `params` stand for `$1`, `$2` … */
export const gadgetMessage = (key: Exclude<keyof typeof en, '@metadata'>, ...params: string[]): string =>
	wordsIn(all, shownLanguage(document.documentElement.lang), key, params);
