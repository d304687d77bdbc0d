/** An invented wiki in English for the wikitext tests: what it tells about itself. */
import type { WikiData } from '../../../src/engines/comments/wiki-data.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

export const wiki: WikiData = {
	articlePath: '/wiki/$1',
	namespaceIds: { special: -1, talk: 1, user: 2, user_talk: 3, file: 6, image: 6, template: 10, category: 14 },
	formattedNamespaces: { '-1': 'Special', '1': 'Talk', '2': 'User', '3': 'User talk', '6': 'File', '14': 'Category' },
	specialContributions: ['Contributions', 'Contribs'],
	localTimezone: 'UTC',
	dates: {
		en: {
			dateFormat: 'H:i, j F Y',
			digits: [...'0123456789'],
			months,
			monthsGenitive: months,
			monthsAbbrev: months.map((name) => name.slice(0, 3)),
			weekdays,
			weekdaysAbbrev: weekdays.map((name) => name.slice(0, 3)),
			timezoneAbbreviations: { UTC: 'UTC' },
		},
	},
};
