/** The handful of words that stand in the page itself; everything else is said in the panel. */
import en from '../i18n/page/en.json';

export type MessageKey = Exclude<keyof typeof en, '@metadata'>;

/** The message with `$1`, `$2` … filled in. */
export function message(key: MessageKey, ...params: string[]): string {
	return en[key].replace(/\$(\d)/g, (all, n: string) => params[Number(n) - 1] ?? all);
}
