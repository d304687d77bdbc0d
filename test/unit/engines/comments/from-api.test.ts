/** The data of a wiki as its API and as DiscussionTools tell it. */
import { expect, test } from 'vitest';
import { wikiFromApi, type ApiMessage, type SiteInfo } from '../../../../src/engines/comments/from-api.ts';
import { wikiFromParserData } from '../../../../src/engines/comments/from-parser-data.ts';
import { DATE_MESSAGES } from '../../../../src/engines/comments/messages.ts';
import type { DateWords } from '../../../../src/engines/comments/wiki-data.ts';
import { englishWiki } from '../../../bench/talk-page.ts';
import { read, said } from './page.ts';

const en = englishWiki.dates['en'] as DateWords;
const lists = [en.months, en.monthsGenitive, en.monthsAbbrev, en.weekdays, en.weekdaysAbbrev];
const words = Object.fromEntries(lists.flat().map((text, i) => [DATE_MESSAGES[i] ?? '', text]));
const info: SiteInfo = {
	general: { articlepath: '/wiki/$1', scriptpath: '/w', timezone: 'UTC' },
	namespaces: {
		'-1': { id: -1, name: 'Spezial', canonical: 'Special' },
		0: { id: 0, name: '' },
		2: { id: 2, name: 'Benutzer', canonical: 'User' },
		3: { id: 3, '*': 'Benutzer Diskussion', canonical: 'User talk' },
	},
	namespacealiases: [{ id: 2, alias: 'Benutzerin' }],
	specialpagealiases: [{ realname: 'Contributions', aliases: ['Beiträge', 'Contributions'] }],
};
const messages = (more: Record<string, string> = {}): ApiMessage[] =>
	Object.entries({ ...words, ...more }).map(([name, content]) => ({ name, content }));
const page =
	'<p>A. [[Benutzerin:Moth|M]] ~A~</p><p>B. [[User talk:Moth|M]] ~B~</p><p>C. [[Spezial:Beiträge/Moth|M]] ~C~</p>';

test('siteinfo, messages and one sample are enough', () => {
	const probe = { instantUTC: '2024-01-05T07:29:00Z', text: '07:29, 5 January 2024 (UTC)' };
	const wiki = wikiFromApi(info, { de: messages({ 'timezone-utc': 'UTC' }) }, probe);
	expect(said(read(page, wiki))).toEqual(['Moth A', 'Moth B', 'Moth C']);
	expect(wiki.dates['de']?.digits).toEqual([...'0123456789']);
});

test('digits and the name of the zone come from the sample where no message tells them', () => {
	const probe = { instantUTC: '2024-01-05T07:29:00Z', text: '०७:२९, ५ January २०२४ (सर्वत्र)' };
	const wiki = wikiFromApi(info, { hi: messages() }, probe);
	expect(wiki.dates['hi']?.digits).toEqual([...'०१२३४५६७८९']);
	expect(said(read('<p>A. [[Benutzer:Moth|M]] १०:०१, ३ February २०२४ (सर्वत्र)</p>', wiki))).toEqual(['Moth A']);
});

test('summer time is read though the sample is from winter', () => {
	const berlin = { ...info, general: { ...info.general, timezone: 'Europe/Berlin' } };
	const wiki = wikiFromApi(
		berlin,
		{ de: messages({ 'timezone-utc': 'UTC' }) },
		{ instantUTC: '2024-01-05T07:29:00Z', text: '08:29, 5 January 2024 (CET)' },
	);
	const [comment] = read('<p>A. [[Benutzer:Moth|M]] 12:00, 1 July 2022 (CEST)</p>', wiki);
	expect(comment?.timestampISO).toBe('2022-07-01T10:00:00Z');
});

test('missing messages are no names', () => {
	const list: ApiMessage[] = messages().map((one) =>
		one.name === 'may-gen' ? { name: 'may-gen', missing: true } : one,
	);
	const wiki = wikiFromApi(
		info,
		{ de: list },
		{ instantUTC: '2024-01-05T07:29:00Z', text: '07:29, 5 January 2024 (UTC)' },
	);
	expect(wiki.dates['de']?.monthsGenitive[4]).toBe('');
	expect(said(read(page, wiki))).toHaveLength(3);
});

test('the parser data of DiscussionTools is enough', () => {
	const wiki = wikiFromParserData(
		{
			dateFormat: { de: 'H:i, j F Y' },
			digits: { de: [...'0123456789'] },
			localTimezone: 'UTC',
			timezones: { de: { UTC: 'UTC' } },
			contLangMessages: { de: words },
			specialContributionsName: 'Beiträge',
		},
		{
			wgNamespaceIds: { spezial: -1, benutzer: 2, benutzerin: 2, benutzer_diskussion: 3, user: 2, user_talk: 3 },
			wgFormattedNamespaces: { 2: 'Benutzer', 3: 'Benutzer Diskussion' },
			wgArticlePath: '/wiki/$1',
		},
	);
	expect(said(read(page, wiki))).toEqual(['Moth A', 'Moth B', 'Moth C']);
});
