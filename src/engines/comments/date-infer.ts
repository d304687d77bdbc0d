/** The order of a wiki's dates, read from one sample whose instant is known. */
import { foldDigits } from './digits.ts';
import type { DatePart, Names } from './date-tokens.ts';
import type { DateWords } from './wiki-data.ts';

const MAX_READINGS = 12;
const NUMBERS: readonly string[] = ['year', 'month', 'day', 'hour', 'minute'];

interface Wanted {
	part: DatePart;
	/** The texts that the part may have in the sample. */
	texts: readonly string[];
	says: string;
}

function numbers(wall: Date): Wanted[] {
	const year = wall.getUTCFullYear();
	const wanted: Wanted[] = [];
	const add = (unit: 'year' | 'month' | 'day' | 'hour' | 'minute', value: number, more = {}): void => {
		const bare = String(value);
		const padded = bare.padStart(2, '0');
		if (unit === 'minute') {
			wanted.push({ part: { kind: 'number', unit, min: 2, max: 2, ...more }, texts: [padded], says: unit });
		} else if (bare === padded) {
			const width = unit === 'year' ? bare.length : 1;
			const max = unit === 'year' ? bare.length : 2;
			wanted.push({ part: { kind: 'number', unit, min: width, max, ...more }, texts: [bare], says: unit });
		} else {
			wanted.push({ part: { kind: 'number', unit, min: 2, max: 2, ...more }, texts: [padded], says: unit });
			wanted.push({ part: { kind: 'number', unit, min: 1, max: 2, ...more }, texts: [bare], says: unit });
		}
	};
	add('year', year);
	add('year', year + 543, { shift: -543 });
	add('year', year - 1911, { shift: 1911 });
	add('year', year % 100, { shift: 2000 });
	add('hour', wall.getUTCHours());
	add('minute', wall.getUTCMinutes());
	add('day', wall.getUTCDate());
	add('month', wall.getUTCMonth() + 1);
	return wanted;
}

/**
 * Every way to read `sample` (without its time zone) as the moment `wall` (local clock, as if UTC), the likeliest first:
 * each of year, month, day, hour and minute exactly once, a weekday at most once, the rest is text.
 */
export function inferParts(sample: string, wall: Date, words: DateWords): DatePart[][] {
	const text = foldDigits(sample, words.digits);
	const name = (of: readonly Names[], index: number, says: string): Wanted => ({
		part: { kind: 'name', of },
		texts: [...new Set(of.map((one) => words[one][index] ?? '').filter(Boolean))].map((one) =>
			foldDigits(one, words.digits),
		),
		says,
	});
	const wanted = [
		...numbers(wall),
		name(['months', 'monthsGenitive', 'monthsAbbrev'], wall.getUTCMonth(), 'month'),
		name(['weekdays', 'weekdaysAbbrev'], wall.getUTCDay(), 'weekday'),
	];
	const found: DatePart[][] = [];
	const read = (at: number, parts: readonly DatePart[], said: ReadonlySet<string>): void => {
		if (found.length >= MAX_READINGS) return;
		if (at >= text.length) {
			if (NUMBERS.every((unit) => said.has(unit))) found.push([...parts]);
			return;
		}
		for (const { part, texts, says } of wanted) {
			if (said.has(says)) continue;
			for (const one of texts) {
				if (!text.startsWith(one, at)) continue;
				const isNumber = part.kind === 'number';
				if (isNumber && (/\d/.test(text[at - 1] ?? '') || /\d/.test(text[at + one.length] ?? ''))) continue;
				read(at + one.length, [...parts, part], new Set(said).add(says));
			}
		}
		if (/\d/.test(text[at] ?? '')) return;
		const last = parts.at(-1);
		const rest = last?.kind === 'text' ? parts.slice(0, -1) : parts;
		const before = last?.kind === 'text' ? last.text : '';
		read(at + 1, [...rest, { kind: 'text', text: before + (text[at] ?? '') }], said);
	};
	read(0, [], new Set());
	return found.map(loosen);
}

const isDayOrMonth = (part: DatePart | undefined): boolean =>
	(part?.kind === 'number' && (part.unit === 'day' || part.unit === 'month')) ||
	(part?.kind === 'name' && part.of.includes('months'));

/** A short word between day and month may change with either (elision: `5 di`, `8 d'`, `1î d'`). */
function loosen(parts: readonly DatePart[]): DatePart[] {
	return parts.map((part, i) =>
		part.kind === 'text' &&
		/^\P{L}*\p{L}{1,4}['’]?\s*$/u.test(part.text) &&
		isDayOrMonth(parts[i - 1]) &&
		isDayOrMonth(parts[i + 1])
			? { ...part, loose: true }
			: part,
	);
}
