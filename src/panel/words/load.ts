/** Loads the words of a language: English is built in, any other is one more file for each part, fetched when it is shown. */
import * as v from 'valibot';
import { shownLanguage } from '../../domain/language/shown.ts';
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
export type MessageFile = Record<string, string | object>;
const textsOf = (file: MessageFile): Record<string, string> =>
	Object.fromEntries(Object.entries(file).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** The built-in words, for the moment before the wiki's language is here. */
export const englishWords = (): Words => wordsOf('en', { en: textsOf(en) });

/**
 * `asset` gives the address of a file beside the panel; `<folder>/<code>.json` are the messages. A part that loads later
 * brings its own folder and its own English, which also stands in for each message that a translation lacks.
 */
export async function loadWords<Key extends string = MessageKey>(
	language: string,
	dir: 'ltr' | 'rtl',
	asset: (name: string) => string,
	folder = 'i18n',
	english: MessageFile = en,
): Promise<Words<Key>> {
	const shown = shownLanguage(language);
	const own = shown === 'en' ? undefined : await fetchMessages(asset(`${folder}/${shown}.json`));
	const messages = { en: textsOf(english), ...(own && { [shown]: own }) };
	return wordsOf<Key>(own ? shown : 'en', messages, dir);
}
