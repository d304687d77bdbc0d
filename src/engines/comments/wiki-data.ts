/** All that the comment engine knows about a wiki: its names, its time zone, the words and the order of its dates. */

/** The words of dates in one variant of the content language. Twelve months from January, seven weekdays from Sunday. */
export interface DateWords {
	/** MediaWiki's date letters (Language::sprintfDate), e.g. `H:i, j F Y`; left out where only messages are known. */
	dateFormat?: string;
	/** The digits 0 to 9 as the wiki writes them. */
	digits: readonly string[];
	months: readonly string[];
	monthsGenitive: readonly string[];
	monthsAbbrev: readonly string[];
	weekdays: readonly string[];
	weekdaysAbbrev: readonly string[];
	/** Text shown in brackets behind a time: abbreviation of the zone. */
	timezoneAbbreviations: Readonly<Record<string, string>>;
}

/** One `~~~~~` as the wiki wrote it at a known instant (UTC, ISO). */
export interface TimestampProbe {
	instantUTC: string;
	text: string;
}

export interface WikiData {
	/** `/wiki/$1`, possibly with a host. */
	articlePath: string;
	scriptPath?: string;
	/** Every name and alias of a namespace, lower case with `_`. */
	namespaceIds: Readonly<Record<string, number>>;
	formattedNamespaces: Readonly<Record<string, string>>;
	/** The names of Special:Contributions, without the namespace. */
	specialContributions: readonly string[];
	/** IANA name. */
	localTimezone: string;
	/** By variant of the content language. */
	dates: Readonly<Record<string, DateWords>>;
	timestampProbe?: TimestampProbe;
}
