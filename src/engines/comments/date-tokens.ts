/** MediaWiki's date formats as a row of parts (the letters are those of Language::sprintfDate). */

export type Names = 'months' | 'monthsGenitive' | 'monthsAbbrev' | 'weekdays' | 'weekdaysAbbrev';

/** What a number in a time stamp says. */
export type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

export type DatePart =
	| { kind: 'text'; text: string; loose?: boolean }
	/** `shift` is added to the number (eras); `half` is a clock of twelve hours. */
	| { kind: 'number'; unit: Unit; min: number; max: number; shift?: number; half?: boolean }
	| { kind: 'name'; of: readonly Names[] }
	| { kind: 'noon' };

const two = (unit: Unit): DatePart => ({ kind: 'number', unit, min: 2, max: 2 });
const short = (unit: Unit): DatePart => ({ kind: 'number', unit, min: 1, max: 2 });
const YEAR: DatePart = { kind: 'number', unit: 'year', min: 4, max: 4 };

const LETTERS: Record<string, DatePart> = {
	d: two('day'),
	j: short('day'),
	D: { kind: 'name', of: ['weekdaysAbbrev'] },
	l: { kind: 'name', of: ['weekdays'] },
	F: { kind: 'name', of: ['months'] },
	xg: { kind: 'name', of: ['monthsGenitive'] },
	M: { kind: 'name', of: ['monthsAbbrev'] },
	m: two('month'),
	n: short('month'),
	Y: YEAR,
	o: YEAR,
	y: { kind: 'number', unit: 'year', min: 2, max: 2, shift: 2000 },
	xkY: { ...YEAR, shift: -543 },
	xoY: { kind: 'number', unit: 'year', min: 1, max: 4, shift: 1911 },
	H: two('hour'),
	G: short('hour'),
	h: { kind: 'number', unit: 'hour', min: 2, max: 2, half: true },
	g: { kind: 'number', unit: 'hour', min: 1, max: 2, half: true },
	i: two('minute'),
	s: two('second'),
	a: { kind: 'noon' },
	A: { kind: 'noon' },
};

/** `xn` and its like only say which digits follow: both kinds are read anyway. */
const SILENT = new Set(['xn', 'xN']);
const ESCAPE = /\\(.)|"([^"]*)"|(x[kijmot][A-Za-z]|x[a-zA-Z]|[a-zA-Z])|([^a-zA-Z\\"]+|[\\"])/gsu;

/** The parts of a format, or null where it has a letter that says nothing useful here (another calendar, Roman numbers). */
export function partsOf(format: string): DatePart[] | null {
	const parts: DatePart[] = [];
	const say = (text: string): void => {
		const last = parts.at(-1);
		if (last?.kind === 'text') last.text += text;
		else if (text) parts.push({ kind: 'text', text });
	};
	for (const [, escaped, quoted, letter, text] of format.matchAll(ESCAPE)) {
		if (letter === undefined) say(escaped ?? quoted ?? text ?? '');
		else if (letter === 'xx') say('x');
		else if (!SILENT.has(letter)) {
			const part = LETTERS[letter];
			if (!part) return null;
			parts.push(part);
		}
	}
	return parts;
}
