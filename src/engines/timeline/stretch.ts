/** The stretch of a timeline that matters first: where most happened between the people, lately. */
import { day } from './contribution.ts';
import { weights, type EventType, type TimelineEvent } from './event.ts';

export interface Stretch {
	/** ISO. */
	readonly from: string;
	readonly to: string;
	readonly events: number;
	/** Its share of all events, weighed, 0 to 1. */
	readonly share: number;
	/** Times as dense as the whole range. */
	readonly denser: number;
	/** What happened in it. */
	readonly types: Readonly<Partial<Record<EventType, number>>>;
	/** The pages with most of it. */
	readonly pages: readonly string[];
	readonly reason: 'densest' | 'dense-and-recent';
}

/** Days. Fixed lengths, so that one event alone is never a dense stretch. */
const lengths = [1, 3, 7, 14, 30];
/** A later stretch goes first where it is nearly as dense. */
const nearly = 0.8;

interface Candidate {
	readonly first: number;
	/** The event behind the last. */
	readonly end: number;
	readonly weight: number;
	readonly length: number;
	readonly score: number;
}

/**
 * How much likelier the events are if the stretch has a rate of its own, in logarithms. Source: the scan statistic of M.
 * Kulldorff, "A spatial scan statistic", Communications in Statistics: Theory and Methods 26 (1997), 1481-1496, in one
 * dimension, with events weighed by how much they say.
 */
function score(inside: number, all: number, part: number): number {
	if (inside <= all * part || part >= 1) return 0;
	const outside = all - inside;
	const rest = outside > 0 ? outside * Math.log(outside / (all * (1 - part))) : 0;
	return inside * Math.log(inside / (all * part)) + rest;
}

/** Events oldest first; the range in milliseconds. Null where nothing happened. */
export function stretchOf(events: readonly TimelineEvent[], from: number, to: number): Stretch | null {
	const times = events.map(({ at }) => Date.parse(at));
	const sums = [0];
	for (const { type } of events) sums.push((sums.at(-1) ?? 0) + weights[type]);
	const all = sums.at(-1) ?? 0;
	if (all === 0) return null;
	const found: Candidate[] = [];
	for (const length of lengths) {
		let end = 0;
		for (let first = 0; first < events.length; first++) {
			const limit = (times[first] ?? 0) + length * day;
			while (end < events.length && (times[end] ?? 0) < limit) end++;
			const weight = (sums[end] ?? 0) - (sums[first] ?? 0);
			const part = Math.min(1, (length * day) / Math.max(1, to - from));
			found.push({ first, end, weight, length, score: score(weight, all, part) });
		}
	}
	const best = found.reduce((one, other) => (other.score > one.score ? other : one));
	const good = found.filter((one) => one.score >= nearly * best.score);
	const latest = Math.max(...good.map(({ end }) => end));
	const chosen = good
		.filter(({ end }) => end === latest)
		.reduce((one, other) => (other.score > one.score ? other : one));
	const isBest = chosen.first < best.end && best.first < chosen.end;
	return shown(events.slice(chosen.first, chosen.end), chosen, isBest, all, to - from);
}

function shown(
	inside: readonly TimelineEvent[],
	chosen: Candidate,
	isBest: boolean,
	all: number,
	range: number,
): Stretch {
	const types: Partial<Record<EventType, number>> = {};
	const pages = new Map<string, number>();
	for (const { type, page } of inside) {
		types[type] = (types[type] ?? 0) + 1;
		pages.set(page, (pages.get(page) ?? 0) + weights[type]);
	}
	const usual = (all * chosen.length * day) / Math.max(1, range);
	return {
		from: inside[0]?.at ?? '',
		to: inside.at(-1)?.at ?? '',
		events: inside.length,
		share: chosen.weight / all,
		denser: Math.max(1, chosen.weight / usual),
		types,
		pages: [...pages]
			.sort((a, b) => b[1] - a[1])
			.slice(0, 5)
			.map(([page]) => page),
		reason: isBest ? 'densest' : 'dense-and-recent',
	};
}
