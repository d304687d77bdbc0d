/** One message of a few that are built into the code in every language, because they must stand there at once. */
import { directionOf, shownLanguage, type ShownLanguage } from '../domain/language/shown.ts';

/** A translation may lack a key for a while; English has them all. */
export type InAllLanguages<English> = Readonly<Record<Exclude<ShownLanguage, 'en'>, Partial<English>>> & {
	readonly en: English;
};

/** Tells in which language and direction our words in it are: the page's may be one that we do not speak. */
export function markLanguage(element: HTMLElement): void {
	element.lang = shownLanguage(document.documentElement.lang);
	element.dir = directionOf(shownLanguage(element.lang));
}

/** The message with `$1`, `$2` … filled in. */
export function wordsIn<English extends Record<Key, string>, Key extends string>(
	all: InAllLanguages<English>,
	language: ShownLanguage,
	key: Key,
	params: readonly string[],
): string {
	const text = all[language][key] ?? all.en[key];
	return text.replace(/\$(\d)/g, (whole, n: string) => params[Number(n) - 1] ?? whole);
}
