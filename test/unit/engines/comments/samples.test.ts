/** Signatures of a few languages as MediaWiki writes them, with and without the date format of the wiki. */
import { expect, test } from 'vitest';
import { timeReader } from '../../../../src/engines/comments/timestamps.ts';
import type { DateWords, WikiData } from '../../../../src/engines/comments/wiki-data.ts';
import { englishWiki } from '../../../bench/talk-page.ts';

const en = englishWiki.dates['en'] as DateWords;
const same = (months: string): Pick<DateWords, 'months' | 'monthsGenitive' | 'monthsAbbrev'> => {
	const list = months.split('|');
	return { months: list, monthsGenitive: list, monthsAbbrev: list };
};
const han = [...'一二三四五六七八九'];

interface Sample {
	name: string;
	words: Partial<DateWords>;
	zone?: string;
	probe: string;
	stamps: [text: string, utc: string][];
}

const samples: Sample[] = [
	{
		name: 'English',
		words: {},
		probe: '07:29, 5 January 2024 (UTC)',
		stamps: [['23:59, 31 December 1999 (UTC)', '1999-12-31T23:59']],
	},
	{
		name: 'elided words that the format does not know (Walloon)',
		words: {
			dateFormat: 'j F Y à H:i',
			...same('djanvî|fevrî|måss|avri|may|djun|djulete|awousse|setimbe|octôbe|nôvimbe|decimbe'),
		},
		probe: '5 di djanvî 2024 a 07:29 (UTC)',
		stamps: [
			['9 d’ avri 2008 a 17:58 (UTC)', '2008-04-09T17:58'],
			["1î d' may 2009 a 09:30 (UTC)", '2009-05-01T09:30'],
			['15 di djun 2016 a 03:58 (UTC)', '2016-06-15T03:58'],
		],
	},
	{
		name: 'Chinese numerals (Literary Chinese)',
		words: {
			dateFormat: 'Y年n月j日 （D） H時i分',
			digits: ['〇', ...han],
			...same('一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月'),
			weekdaysAbbrev: [...'日一二三四五六'],
		},
		probe: '二〇二四年一月五日 （五） 〇七時二九分 (UTC)',
		stamps: [
			['二〇一九年一二月三一日 （二） 二三時〇五分 (UTC)', '2019-12-31T23:05'],
			['二〇二四年二月三日 （六） 一〇時〇一分 (UTC)', '2024-02-03T10:01'],
		],
	},
	{
		name: 'a leading blank and local digits (Burmese)',
		words: { dateFormat: ' H:i"၊" j F Y', digits: [...'၀၁၂၃၄၅၆၇၈၉'] },
		probe: '၀၇:၂၉၊ ၅ January ၂၀၂၄ (UTC)',
		stamps: [
			['၁၀:၀၁၊ ၃ February ၂၀၂၄ (UTC)', '2024-02-03T10:01'],
			['10:01၊ 3 February 2024 (UTC)', '2024-02-03T10:01'],
		],
	},
	{
		name: 'the Thai era',
		words: { dateFormat: 'H:i, j F xkY' },
		probe: '07:29, 5 January 2567 (UTC)',
		stamps: [['10:01, 3 February 2567 (UTC)', '2024-02-03T10:01']],
	},
	{
		name: 'a zone that is a link',
		words: { timezoneAbbreviations: { '[[UTC]]': 'UTC' } },
		probe: '07:29, 5 January 2024 ([[UTC]])',
		stamps: [['10:01, 3 February 2024 (UTC)', '2024-02-03T10:01']],
	},
	{
		name: 'twelve hours',
		words: { dateFormat: 'g:i A, j F Y' },
		probe: '7:29 AM, 5 January 2024 (UTC)',
		stamps: [
			['12:05 AM, 3 February 2024 (UTC)', '2024-02-03T00:05'],
			['1:05 PM, 3 February 2024 (UTC)', '2024-02-03T13:05'],
		],
	},
	{
		name: 'the doubled hour of Berlin and its winter and summer',
		words: { timezoneAbbreviations: { CET: 'CET', CEST: 'CEST' } },
		zone: 'Europe/Berlin',
		probe: '08:29, 5 January 2024 (CET)',
		stamps: [
			['02:30, 30 October 2022 (CEST)', '2022-10-30T00:30'],
			['02:30, 30 October 2022 (CET)', '2022-10-30T01:30'],
			['12:00, 1 July 2022 (CEST)', '2022-07-01T10:00'],
			['02:30, 27 March 2022 (CET)', '2022-03-27T01:30'],
		],
	},
	{
		name: 'a zone that names itself by number',
		words: { timezoneAbbreviations: { '-03': '-03', '-04': '-04' } },
		zone: 'America/Santiago',
		probe: '04:29, 5 January 2024 (-03)',
		stamps: [
			['23:30, 6 April 2024 (-03)', '2024-04-07T02:30'],
			['23:30, 6 April 2024 (-04)', '2024-04-07T03:30'],
		],
	},
];

function wikiOf({ words, zone, probe }: Sample): WikiData {
	return {
		...englishWiki,
		localTimezone: zone ?? 'UTC',
		dates: { xx: { ...en, ...words } },
		timestampProbe: { instantUTC: '2024-01-05T07:29:00Z', text: probe },
	};
}

/** Twelve-hour clocks have words of their own that no message tells: only the format knows them. */
const guessable = samples.filter((sample) => sample.name !== 'twelve hours');

const readAll = (wiki: WikiData, sample: Sample): string[] =>
	sample.stamps.flatMap(([text]) =>
		timeReader(wiki)(`Said ${text}.`).map(({ utc }) => new Date(utc).toISOString().slice(0, 16)),
	);

test.each(samples)('$name', (sample) => {
	expect(readAll(wikiOf(sample), sample)).toEqual(sample.stamps.map(([, utc]) => utc));
});

test.each(guessable)('without the date format: $name', (sample) => {
	const wiki = wikiOf(sample);
	const { dateFormat: _, ...words } = wiki.dates['xx'] as DateWords;
	expect(readAll({ ...wiki, dates: { xx: words } }, sample)).toEqual(sample.stamps.map(([, utc]) => utc));
});

test('a weekday that is not that of the date makes a time stamp false', () => {
	const wiki = wikiOf({
		name: '',
		words: { dateFormat: 'l, j F Y H:i' },
		probe: 'Friday, 5 January 2024 07:29 (UTC)',
		stamps: [],
	});
	expect(timeReader(wiki)('Saturday, 3 February 2024 10:01 (UTC)')).toHaveLength(1);
	expect(timeReader(wiki)('Sunday, 3 February 2024 10:01 (UTC)')).toHaveLength(0);
});

test('a time stamp is where it says, marks inside counted', () => {
	const text = 'x \u200e10:\u200f01, 3 February 2024 (UTC) y';
	const [stamp] = timeReader(englishWiki)(text);
	expect(text.slice(stamp?.start, stamp?.end)).toBe('10:\u200f01, 3 February 2024 (UTC)');
});
