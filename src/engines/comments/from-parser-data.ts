/** The data of a wiki from what DiscussionTools sends to every page: its parser data and a few variables of the page. */
import { wordsOf } from './messages.ts';
import type { DateWords, WikiData } from './wiki-data.ts';

/** The package file `parserData` of `ext.discussionTools.init`. */
export interface ParserData {
	dateFormat: Readonly<Record<string, string>>;
	digits: Readonly<Record<string, readonly string[]>>;
	localTimezone: string;
	/** By variant: shown text to abbreviation. */
	timezones: Readonly<Record<string, Readonly<Record<string, string>>>>;
	contLangMessages: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** The local name alone: aliases are not told. */
	specialContributionsName: string;
}

/** The variables of `mw.config` that go with it. */
export interface PageVariables {
	wgNamespaceIds: Readonly<Record<string, number>>;
	wgFormattedNamespaces: Readonly<Record<string, string>>;
	wgArticlePath: string;
}

/** Builds the data of a wiki that runs DiscussionTools. */
export function wikiFromParserData(data: ParserData, page: PageVariables): WikiData {
	const dates: Record<string, DateWords> = {};
	for (const [variant, dateFormat] of Object.entries(data.dateFormat)) {
		dates[variant] = {
			dateFormat,
			digits: data.digits[variant] ?? [...'0123456789'],
			...wordsOf(data.contLangMessages[variant] ?? {}),
			timezoneAbbreviations: data.timezones[variant] ?? {},
		};
	}
	return {
		articlePath: page.wgArticlePath,
		namespaceIds: page.wgNamespaceIds,
		formattedNamespaces: page.wgFormattedNamespaces,
		specialContributions: [data.specialContributionsName],
		localTimezone: data.localTimezone,
		dates,
	};
}
