/** The panel's words in one language: messages, times, numbers. */
import Banana from 'banana-i18n';
import type en from '../../i18n/en.json';

export type MessageKey = Exclude<keyof typeof en, '@metadata'>;
export type MessageParam = string | number;

/** `Key`: the messages of the panel itself, or of a part that brings its own. */
export interface Words<Key extends string = MessageKey> {
	/** Language of the messages, which may be a fallback of the wiki's. */
	readonly language: string;
	/** The message in this language; names and quotes in it are kept apart from its own direction. */
	t(key: Key, ...params: MessageParam[]): string;
	/** Date and minute in the person's own time zone, which it names. */
	time(iso: string): string;
	number(value: number): string;
	/** Names one after the other, as this language lists them. */
	list(names: readonly string[]): string;
}

/** Several languages are no locale that Intl knows (`simple`, `de-formal` …): English dates then. */
export function localeOf(language: string): string {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en';
	} catch {
		return 'en';
	}
}

/** First strong isolate … pop: a name in another script does not turn the sentence around. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

const rightToLeft =
	/^(ar|arc|arz|azb|bal|bgn|bqi|ckb|dv|fa|glk|he|khw|ku-arab|lki|lrc|luz|mzn|nqo|pnb|ps|sd|skr|ug|ur|yi)(-|$)/;

/** `dir` is that of the page: words of the other direction, where a translation is missing, are kept in one piece. */
export function wordsOf<Key extends string = MessageKey>(
	language: string,
	messages: Record<string, Record<string, string>>,
	dir: 'ltr' | 'rtl' = 'ltr',
): Words<Key> {
	const banana = new Banana(language, { messages });
	const locale = localeOf(language);
	const own = rightToLeft.test(language) ? 'rtl' : 'ltr';
	// Left-to-right (or right-to-left) isolate … pop.
	const whole = (text: string): string => (own === dir ? text : `${own === 'ltr' ? '\u2066' : '\u2067'}${text}\u2069`);
	const format = new Intl.DateTimeFormat(locale, {
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
		list: (names) => new Intl.ListFormat(locale).format(names.map(isolate)),
		number: (value) => new Intl.NumberFormat(locale).format(value),
	};
}
