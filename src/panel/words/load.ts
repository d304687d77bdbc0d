/** Loads the messages of a language and its fallbacks; English is built in, a further language is one more file. */
import Banana from 'banana-i18n';
import * as v from 'valibot';
import en from '../../i18n/en.json' with { type: 'json' };
import { wordsOf, type MessageKey, type Words } from './words.ts';

const Messages = v.record(v.string(), v.union([v.string(), v.looseObject({})]));

/** One language's messages; undefined where there is no such file. */
async function fetchMessages(url: string): Promise<Record<string, string> | undefined> {
	try {
		const answer = await fetch(url);
		if (!answer.ok) return undefined;
		const parsed = v.safeParse(Messages, await answer.json());
		if (!parsed.success) return undefined;
		return textsOf(parsed.output);
	} catch {
		return undefined;
	}
}

/** Messages as a file of ours holds them, with the authors beside. */
type File = Record<string, string | object>;
const textsOf = (file: File): Record<string, string> =>
	Object.fromEntries(Object.entries(file).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** The built-in words, for the moment before the wiki's language is here. */
export const englishWords = (): Words => wordsOf('en', { en: textsOf(en) });

/**
 * `asset` gives the address of a file beside the panel; `<folder>/<code>.json` are the messages. A part that loads later
 * brings its own folder and its own English.
 */
export async function loadWords<Key extends string = MessageKey>(
	language: string,
	dir: 'ltr' | 'rtl',
	asset: (name: string) => string,
	folder = 'i18n',
	english: File = en,
): Promise<Words<Key>> {
	const wanted = language.toLowerCase();
	const chain = [wanted, ...new Banana(wanted).getFallbackLocales()].filter((code) => code !== 'en');
	const messages: Record<string, Record<string, string>> = { en: textsOf(english) };
	const found = await Promise.all(chain.map((code) => fetchMessages(asset(`${folder}/${code}.json`))));
	chain.forEach((code, at) => {
		const own = found[at];
		if (own) messages[code] = own;
	});
	const shown = chain.find((code) => messages[code]) ?? 'en';
	return wordsOf<Key>(shown, messages, dir);
}
