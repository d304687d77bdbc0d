/** The panel's words in one language: messages, times, numbers. */
import Banana from 'banana-i18n';
import { directionOf, type ShownLanguage } from '../../domain/language/shown.ts';
import type en from '../../i18n/en.json';

export type MessageKey = Exclude<keyof typeof en, '@metadata'>;
export type MessageParam = string | number;

/** `Key`: the messages of the panel itself, or of a part that brings its own. */
export interface Words<Key extends string = MessageKey> {
	/** Language of the messages, which may be a fallback of the wiki's. */
	readonly language: ShownLanguage;
	/** The message in this language; names and quotes in it are kept apart from its own direction. */
	t(key: Key, ...params: MessageParam[]): string;
	/** Date and minute in the person's own time zone, which it names. */
	time(iso: string): string;
	number(value: number): string;
	/** Names one after the other, as this language lists them. */
	list(names: readonly string[]): string;
}

/** First strong isolate … pop: a name in another script does not turn the sentence around. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** `dir` is that of the page: words of the other direction, where a translation is missing, are kept in one piece. */
export function wordsOf<Key extends string = MessageKey>(
	language: ShownLanguage,
	messages: Record<string, Record<string, string>>,
	dir: 'ltr' | 'rtl' = 'ltr',
): Words<Key> {
	const banana = new Banana(language, { messages });
	const own = directionOf(language);
	// Left-to-right (or right-to-left) isolate … pop.
	const whole = (text: string): string => (own === dir ? text : `${own === 'ltr' ? '\u2066' : '\u2067'}${text}\u2069`);
	const format = new Intl.DateTimeFormat(language, {
		year: 'numeric',
		month: 'short',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		timeZoneName: 'short',
	});
	return {
		language,
		t: (key, ...params) =>
			whole(banana.i18n(key, ...params.map((param) => (typeof param === 'string' ? isolate(param) : param)))),
		time: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : format.format(new Date(iso))),
		list: (names) => new Intl.ListFormat(language).format(names.map(isolate)),
		number: (value) => new Intl.NumberFormat(language).format(value),
	};
}
