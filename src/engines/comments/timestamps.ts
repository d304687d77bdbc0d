/** Finds the time stamps of a wiki in a text, in every variant of its language. */
import { inferParts } from './date-infer.ts';
import { compile, type DatePattern } from './date-pattern.ts';
import { partsOf, type DatePart } from './date-tokens.ts';
import type { DateWords, WikiData } from './wiki-data.ts';
import { offsetOf, toUtc, type KnownOffset } from './zone.ts';

/** A time stamp: [start, end) in the text, the minute in UTC milliseconds. */
export interface TimeStamp {
	start: number;
	end: number;
	utc: number;
}

export type TimeReader = (text: string) => TimeStamp[];

/** Invisible marks that may stand anywhere in a time stamp: direction marks, overrides, soft hyphens, zero-width spaces. */
const MARKS = /[\u00ad\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const ALL_MARKS = new RegExp(MARKS.source, 'g');
const ZONE = /\s*\(([^()]*)\)\s*$/;

interface Sample {
	text: string;
	zone: string;
	wall: number;
	known: KnownOffset;
}

const bare = (texts: readonly string[]): string[] => texts.map((text) => text.replace(ALL_MARKS, ''));

/** The words as they are read: marks are taken out of texts before they are searched. */
function withoutMarks(words: DateWords): DateWords {
	const { dateFormat } = words;
	return {
		...words,
		...(dateFormat === undefined ? {} : { dateFormat: dateFormat.replace(ALL_MARKS, '') }),
		months: bare(words.months),
		monthsGenitive: bare(words.monthsGenitive),
		monthsAbbrev: bare(words.monthsAbbrev),
		weekdays: bare(words.weekdays),
		weekdaysAbbrev: bare(words.weekdaysAbbrev),
	};
}

function sampleOf(wiki: WikiData): Sample | null {
	const probe = wiki.timestampProbe;
	const utc = probe ? Date.parse(probe.instantUTC) : Number.NaN;
	if (!probe || Number.isNaN(utc)) return null;
	// The tags of a rendered sample and the entities it may hold say nothing about its order.
	const plain = probe.text
		.replace(/<[^>]*>/g, '')
		.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
		.replace(/&nbsp;|&#160;/g, ' ')
		.replace(ALL_MARKS, '');
	const zone = ZONE.exec(plain)?.[1]?.trim() ?? '';
	const offset = offsetOf(wiki.localTimezone)(utc);
	return { text: plain.replace(ZONE, '').trim(), zone, wall: utc + offset, known: { abbreviation: zone, offset } };
}

/** Whether a pattern reads the sample as what it is. */
function reads(pattern: DatePattern, sample: Sample, words: DateWords): boolean {
	const zone = Object.keys(words.timezoneAbbreviations)[0] ?? 'UTC';
	for (const shown of [sample.zone, zone]) {
		pattern.regexp.lastIndex = 0;
		const match = pattern.regexp.exec(`${sample.text} (${shown})`);
		const clock = match && pattern.read(match);
		if (clock) return Math.floor(clock.wall / 60_000) === Math.floor(sample.wall / 60_000);
	}
	return false;
}

/**
 * The patterns of a wiki. The date format is used unless it cannot read the wiki's own sample (then the sample is right:
 * some languages write dates by code) or is withheld; without it the order comes from the sample.
 */
function patternsOf(wiki: WikiData, sample: Sample | null): DatePattern[] {
	const patterns: DatePattern[] = [];
	const sources = new Set<string>();
	const add = (pattern: DatePattern): void => {
		if (sources.has(pattern.regexp.source)) return;
		sources.add(pattern.regexp.source);
		patterns.push(pattern);
	};
	const variants = Object.values(wiki.dates).map(withoutMarks);
	const inferred: DatePart[][] = [];
	const isUtc = offsetOf(wiki.localTimezone)(0) === 0 && /UTC|GMT/i.test(wiki.localTimezone);
	// An API tells the abbreviation of the sample only, not that of the other half of the year.
	const anyZone = ({ timezoneAbbreviations }: DateWords): boolean =>
		!isUtc && Object.values(timezoneAbbreviations).filter((one) => one !== 'UTC').length < 2;
	const formats = variants.map((words) => (words.dateFormat === undefined ? null : partsOf(words.dateFormat)));
	const compiled = variants.map((words, i) => compile(formats[i] ?? [], words, false, anyZone(words)));
	const trusted =
		!sample || variants.some((words, i) => formats[i] && compiled[i] && reads(compiled[i], sample, words));
	if (trusted) compiled.forEach((pattern, i) => formats[i] && add(pattern));
	if (sample && (!trusted || formats.includes(null))) {
		for (const words of variants) {
			const found = inferParts(sample.text, new Date(sample.wall), words);
			inferred.push(...found);
			for (const parts of found) add(compile(parts, words, false, anyZone(words)));
		}
		for (const words of variants) for (const parts of inferred) add(compile(parts, words, true, anyZone(words)));
	}
	return patterns;
}

/** Makes the reader of a wiki's time stamps. With no usable data it finds nothing. */
export function timeReader(wiki: WikiData): TimeReader {
	const sample = sampleOf(wiki);
	const patterns = patternsOf(wiki, sample);
	const offset = offsetOf(wiki.localTimezone);

	function find(text: string): TimeStamp[] {
		const found: TimeStamp[] = [];
		for (const pattern of patterns) {
			pattern.regexp.lastIndex = 0;
			for (let match = pattern.regexp.exec(text); match; match = pattern.regexp.exec(text)) {
				const start = match.index;
				const end = start + match[0].length;
				const clock = pattern.read(match);
				if (clock) found.push({ start, end, utc: toUtc(offset, clock.wall, clock.zone, sample?.known ?? null) });
			}
		}
		if (patterns.length < 2) return found;
		// The sort is stable: of two patterns that read the same place the earlier, likelier one stays.
		found.sort((a, b) => a.start - b.start);
		return found.filter((one, i) => i === 0 || one.start >= (found[i - 1]?.end ?? 0));
	}

	return (text) => {
		if (!MARKS.test(text)) return find(text);
		const places: number[] = [];
		let plain = '';
		for (let i = 0; i < text.length; i++) {
			const unit = text.charAt(i);
			if (MARKS.test(unit)) continue;
			places.push(i);
			plain += unit;
		}
		return find(plain).map(({ start, end, utc }) => ({
			start: places[start] ?? 0,
			end: (places[end - 1] ?? text.length - 1) + 1,
			utc,
		}));
	};
}
