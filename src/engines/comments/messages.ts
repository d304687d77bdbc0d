/** The names of MediaWiki's messages that hold the words of dates, and those words taken from a set of messages. */

const MONTHS = 'january february march april may_long june july august september october november december'.split(' ');
const SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const GENITIVE = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const WEEKDAYS_SHORT = 'sun mon tue wed thu fri sat'.split(' ');
const genitive = GENITIVE.map((name) => `${name}-gen`);

/** All messages to ask a wiki for (`meta=allmessages&ammessages=…&amlang=` content language or a variant). */
export const DATE_MESSAGES: readonly string[] = [
	...MONTHS,
	...genitive,
	...SHORT,
	...WEEKDAYS,
	...WEEKDAYS_SHORT,
	'timezone-utc',
];

export interface Words {
	months: string[];
	monthsGenitive: string[];
	monthsAbbrev: string[];
	weekdays: string[];
	weekdaysAbbrev: string[];
}

/** The words of dates, '' for a message that is not there. */
export function wordsOf(messages: Readonly<Record<string, string>>): Words {
	const take = (names: readonly string[]): string[] => names.map((name) => messages[name] ?? '');
	return {
		months: take(MONTHS),
		monthsGenitive: take(genitive),
		monthsAbbrev: take(SHORT),
		weekdays: take(WEEKDAYS),
		weekdaysAbbrev: take(WEEKDAYS_SHORT),
	};
}

/** The zones that have a message of their own: shown text to abbreviation. */
export function zonesOf(messages: Readonly<Record<string, string>>): Record<string, string> {
	const zones: Record<string, string> = {};
	for (const [name, text] of Object.entries(messages)) {
		if (name.startsWith('timezone-') && text) zones[text] = name.slice('timezone-'.length).toUpperCase();
	}
	return zones;
}
