/** A row of date parts as a regular expression with a reader: text of a time stamp in, wall clock out. */
import type { DatePart, Names, Unit } from './date-tokens.ts';
import { digitSource, foldDigits, quote } from './digits.ts';
import type { DateWords } from './wiki-data.ts';

/** What a match says: the local clock (milliseconds, as if UTC) and the zone's abbreviation. */
export interface WallClock {
	wall: number;
	zone: string;
}

export interface DatePattern {
	/** Global, Unicode. */
	readonly regexp: RegExp;
	/** The clock of a match, or null where no such moment exists or its weekday is another. */
	read(match: RegExpExecArray): WallClock | null;
}

/** The text that a zone's message shows once it is rendered: links, tags and quotes around it are gone. */
export function shownZone(message: string): string {
	return message
		.replace(/<[^>]*>|'{2,}/g, '')
		.replace(/\[\[:?(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
		.replace(/[\u200b\u200e\u200f]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Blanks may be any blanks; commas and colons are one with their kin, which converters to another script put for them. */
const spaced = (text: string): string =>
	quote(text)
		.replace(/\s+/gu, '\\s+')
		.replace(/[,،，]/g, '[,،，]')
		.replace(/[:：]/g, '[:：]');
const longestFirst = (texts: Iterable<string>): string =>
	[...new Set(texts)]
		.filter(Boolean)
		.sort((a, b) => b.length - a.length)
		.map(spaced)
		.join('|');

function textSource(text: string, loose: boolean): string {
	if (!loose) return spaced(text);
	return `(?:${spaced(text)}|[\\p{L}.'’º]{0,3}\\s*[\\p{L}.]{0,5}['’]?\\s*)`;
}

/** Compiles one row of parts with the words of one variant. `foreign`: texts are of another variant, only their shape counts. */
export function compile(parts: readonly DatePart[], words: DateWords, foreign: boolean, anyZone: boolean): DatePattern {
	const digit = digitSource(words.digits);
	const groups: DatePart[] = [];
	let source = '';
	parts.forEach((part, i) => {
		if (part.kind === 'text') {
			const text = i === 0 ? part.text.trimStart() : i === parts.length - 1 ? part.text.trimEnd() : part.text;
			const words = foreign && /\p{L}/u.test(text);
			source += words ? `[^\\d]{1,${text.length + 4}}?` : textSource(text, part.loose ?? false);
			return;
		}
		groups.push(part);
		if (part.kind === 'number') {
			const width = part.min === part.max ? `{${part.min}}` : `{${part.min},${part.max}}`;
			source += `(${digit}${width})`;
		} else if (part.kind === 'name') source += `(${longestFirst(part.of.flatMap((of) => words[of]))})`;
		else source += '([ap]\\.?m\\.?|[AP]\\.?M\\.?)';
	});
	const zones = new Map<string, string>();
	for (const [shown, abbreviation] of Object.entries(words.timezoneAbbreviations)) {
		zones.set(abbreviation, abbreviation);
		zones.set(shownZone(shown), abbreviation);
	}
	const any = anyZone || zones.size === 0 ? '|\\p{Lu}{2,5}|[+-]\\d\\d(?:\\d\\d)?' : '';
	source = `(?<!${digit})${source}\\s+\\(\\s*(${longestFirst(zones.keys())}${any})\\s*\\)`;
	const valueOf = names(words);
	return {
		regexp: new RegExp(source, 'gu'),
		read: (match) => readClock(match, groups, words, valueOf, zones),
	};
}

function names(words: DateWords): (of: readonly Names[], text: string) => number {
	const tables = new Map<Names, Map<string, number>>();
	for (const list of ['months', 'monthsGenitive', 'monthsAbbrev', 'weekdays', 'weekdaysAbbrev'] as const) {
		tables.set(list, new Map(words[list].map((name, i) => [name.replace(/\s+/g, ' '), i])));
	}
	return (of, text) => {
		const plain = text.replace(/\s+/g, ' ');
		for (const table of of) {
			const index = tables.get(table)?.get(plain);
			if (index !== undefined) return index;
		}
		return -1;
	};
}

function readClock(
	match: RegExpExecArray,
	groups: readonly DatePart[],
	words: DateWords,
	valueOf: (of: readonly Names[], text: string) => number,
	zones: ReadonlyMap<string, string>,
): WallClock | null {
	const said: Record<Unit, number> = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
	let weekday = -1;
	let noon = '';
	groups.forEach((part, i) => {
		const text = match[i + 1] ?? '';
		if (part.kind === 'number') said[part.unit] = Number(foldDigits(text, words.digits)) + (part.shift ?? 0);
		else if (part.kind === 'noon') noon = text.charAt(0).toLowerCase();
		else if (part.kind === 'name') {
			const index = valueOf(part.of, text);
			if (part.of.some((of) => of.startsWith('weekdays'))) weekday = index;
			else said.month = index + 1;
		}
	});
	if (noon) said.hour = (said.hour % 12) + (noon === 'p' ? 12 : 0);
	const wall = Date.UTC(said.year, said.month - 1, said.day, said.hour, said.minute, said.second);
	const date = new Date(wall);
	const real =
		said.year > 999 &&
		said.month > 0 &&
		date.getUTCMonth() === said.month - 1 &&
		date.getUTCDate() === said.day &&
		said.hour < 24 &&
		said.minute < 60;
	if (!real || (weekday >= 0 && date.getUTCDay() !== weekday)) return null;
	const shown = match.at(-1) ?? '';
	return { wall, zone: zones.get(shown) ?? zones.get(shown.replace(/\s+/g, ' ')) ?? shown };
}
