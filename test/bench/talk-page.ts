/** Makes large talk pages, and the data of the wiki they are on: English, the words invented. */
import type { WikiData } from '../../src/engines/comments/wiki-data.ts';

const NAMES = ['Moth', 'Kettle Drum', 'Vesper Lark', 'Young Pine', 'Old Tidewaiter', 'Ines Ó Flannáin'];
const WORDS =
	'the lamp was lit in spring and the keeper wrote it down where nobody looked until now so we should cite it'.split(
		' ',
	);
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A wiki in English with the time zone UTC. */
export const englishWiki: WikiData = {
	articlePath: '/wiki/$1',
	namespaceIds: { special: -1, talk: 1, user: 2, user_talk: 3, project: 4 },
	formattedNamespaces: { '-1': 'Special', 1: 'Talk', 2: 'User', 3: 'User talk' },
	specialContributions: ['Contributions', 'Contribs'],
	localTimezone: 'UTC',
	dates: {
		en: {
			dateFormat: 'H:i, j F Y',
			digits: [...'0123456789'],
			months: MONTHS,
			monthsGenitive: MONTHS,
			monthsAbbrev: MONTHS.map((name) => name.slice(0, 3)),
			weekdays: WEEKDAYS,
			weekdaysAbbrev: WEEKDAYS.map((name) => name.slice(0, 3)),
			timezoneAbbreviations: { UTC: 'UTC' },
		},
	},
	timestampProbe: { instantUTC: '2024-01-05T07:29:00Z', text: '07:29, 5 January 2024 (UTC)' },
};

/** The HTML of a page with that many comments in threads of eight, each with some words and links. */
export function talkPage(comments: number): string {
	const parts = ['<div class="mw-parser-output">'];
	for (let i = 0; i < comments; i++) {
		const depth = i % 8;
		const name = NAMES[(i * 7) % NAMES.length] ?? '';
		const words = Array.from({ length: 20 + ((i * 13) % 60) }, (_, k) => WORDS[(i + k * 3) % WORDS.length]).join(' ');
		const time = `${String(i % 24).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')}, ${1 + (i % 28)} ${MONTHS[(i * 5) % 12]} ${2005 + (i % 20)} (UTC)`;
		const slug = name.replaceAll(' ', '_');
		const sign = `<a href="/wiki/User:${slug}" title="User:${name}">${name}</a> (<a href="/wiki/User_talk:${slug}">talk</a>) ${time}`;
		const text = `${words}, see <a href="/wiki/Lamp_${i}">this <b>lamp</b></a> (${i}). ${sign}`;
		if (depth === 0) {
			parts.push(`<div class="mw-heading mw-heading2"><h2 id="T${i}">Topic ${i}</h2></div>\n<p>${text}\n</p>`);
		} else parts.push(`${'<dl><dd>'.repeat(depth)}${text}${'</dd></dl>'.repeat(depth)}\n`);
	}
	parts.push('</div>');
	return parts.join('');
}
