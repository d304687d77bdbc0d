/** Local wall-clock times of an IANA zone as UTC, by the runtime's own zone data, asked as seldom as possible. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The offset of a zone (milliseconds, local minus UTC) at an instant. */
export type Offset = (utc: number) => number;

function formatter(zone: string): Intl.DateTimeFormat | null {
	try {
		return new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
		});
	} catch {
		// Wikis may be set to a bare abbreviation; without rules for it the clock is taken as UTC.
		return null;
	}
}

function makeOffset(zone: string): Offset {
	if (/^(Etc\/)?(UTC|GMT|Z|Universal|Zulu|Greenwich)?$/i.test(zone)) return () => 0;
	const format = formatter(zone);
	if (!format) return () => 0;
	const exact = (utc: number): number => {
		const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (
			format.format(utc).match(/\d+/g) ?? []
		).map(Number);
		return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(utc / 1000) * 1000;
	};
	const days = new Map<number, number | null>();
	const months = new Map<number, number | null>();
	/** The offset of a whole span, or null where it changes within. */
	const constant = (from: number, to: number, step: number): number | null => {
		const first = exact(from);
		for (let at = from + step; at < to; at += step) if (exact(at) !== first) return null;
		return exact(to) === first ? first : null;
	};
	return (utc) => {
		const month = Math.floor(utc / (30 * DAY));
		let known = months.get(month);
		if (known === undefined) months.set(month, (known = constant(month * 30 * DAY, (month + 1) * 30 * DAY, 6 * DAY)));
		if (known !== null) return known;
		const day = Math.floor(utc / DAY);
		known = days.get(day);
		if (known === undefined) days.set(day, (known = constant(day * DAY, (day + 1) * DAY, DAY)));
		return known ?? exact(utc);
	};
}

const zones = new Map<string, Offset>();

/** The offsets of a zone, remembered for as long as the program runs. */
export function offsetOf(zone: string): Offset {
	let offset = zones.get(zone);
	if (!offset) zones.set(zone, (offset = makeOffset(zone)));
	return offset;
}

/** What tells the two passes of a doubled hour apart: an abbreviation whose offset is known, e.g. from the probe. */
export interface KnownOffset {
	abbreviation: string;
	offset: number;
}

/**
 * The UTC instant of a wall clock (given as if it were UTC). In the doubled hour of autumn the abbreviation decides: by
 * its own number (`+03`), by the known offset, else by the usual shape of summer names (…ST, …DT behind a letter).
 */
export function toUtc(offset: Offset, wall: number, abbreviation: string, known: KnownOffset | null): number {
	const before = offset(wall - DAY);
	const after = offset(wall + DAY);
	const early = wall - before;
	if (before === after) return wall - offset(early);
	const late = wall - after;
	const earlyFits = offset(early) === before;
	const lateFits = offset(late) === after;
	if (!earlyFits || !lateFits) return lateFits ? late : early;
	const number = /^([+-])(\d\d)(\d\d)?$/.exec(abbreviation);
	if (number) {
		const stated = (number[1] === '-' ? -1 : 1) * (Number(number[2]) * 60 + Number(number[3] ?? 0)) * 60_000;
		return stated === after ? late : early;
	}
	if (known && (known.offset === before || known.offset === after)) {
		const same = abbreviation === known.abbreviation;
		return same === (known.offset === after) ? late : early;
	}
	const summer = /^(?:[A-Z]+DT|[A-Z]{2,}ST|BST|IDT)$/.test(abbreviation);
	return summer === before > after ? early : late;
}
