/** Where each event stands in the picture: a lane for each person, time from the side where reading begins. */
import { weights, type EventType, type TimelineEvent } from '../../../../engines/timeline/event.ts';
import type { Window } from './choice.ts';

/** In the picture's own units, which are pixels at the panel's usual width. */
export const width = 380;
const laneHeight = 44;
const top = 22;
const side = 10;
/** Marks nearer to each other than this stand beside the lane's line, so that they do not hide each other. */
const apart = 6;
const offsets = [0, 7, -7, 14, -14];

export interface Mark {
	/** Place in the list of events. */
	readonly at: number;
	readonly type: EventType;
	readonly x: number;
	readonly y: number;
	/** The other person's lane; null where it is aimed at nobody. */
	readonly to: number | null;
}
export interface Lane {
	readonly name: string;
	readonly y: number;
}
export interface Layout {
	readonly height: number;
	readonly lanes: readonly Lane[];
	/** What says least first, so that the rest is drawn over it. */
	readonly marks: readonly Mark[];
	/** The stretch that matters first: its two edges, the smaller first. */
	readonly stretch: readonly [number, number] | null;
	xOf(at: number): number;
}

export function layoutOf(
	events: readonly TimelineEvent[],
	users: readonly string[],
	{ from, to }: Window,
	stretch: { readonly from: string; readonly to: string } | null,
	dir: 'ltr' | 'rtl',
): Layout {
	const lanes = users.map((name, n) => ({ name, y: top + n * laneHeight + laneHeight / 2 }));
	const laneOf = new Map(lanes.map(({ name, y }) => [name, y]));
	const xOf = (at: number): number => {
		const part = (at - from) / Math.max(1, to - from);
		const x = side + Math.min(1, Math.max(0, part)) * (width - 2 * side);
		return dir === 'rtl' ? width - x : x;
	};
	const crowd = new Map<string, number>();
	const marks = events.flatMap(({ type, at, actor, target }, n): Mark[] => {
		const lane = laneOf.get(actor);
		if (lane === undefined) return [];
		const x = xOf(Date.parse(at));
		const spot = `${actor} ${Math.round(x / apart)}`;
		const before = crowd.get(spot) ?? 0;
		crowd.set(spot, before + 1);
		const y = lane + (offsets[before % offsets.length] ?? 0);
		return [{ at: n, type, x, y, to: target === null ? null : (laneOf.get(target) ?? null) }];
	});
	const edges = stretch && [xOf(Date.parse(stretch.from)), xOf(Date.parse(stretch.to))];
	return {
		height: top + users.length * laneHeight + 4,
		lanes,
		marks: marks.sort((one, other) => weights[one.type] - weights[other.type] || one.at - other.at),
		stretch: edges && [Math.min(...edges) - 3, Math.max(...edges) + 3],
		xOf,
	};
}

/** Paths around a mark's middle: a shape for each kind, so that no colour has to be told apart. */
export const shapes: Readonly<Record<EventType, string>> = {
	edit: 'M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z',
	mention: 'M0-5L5 4H-5z',
	reply: 'M-4-4H4V4H-4z',
	thanks: 'M-1.6-5h3.2v3.4H5v3.2H1.6V5h-3.2V1.6H-5v-3.2h3.4z',
	revert: 'M0-6L6 0L0 6L-6 0z',
	block: 'M-2-9H2V9H-2z',
};
