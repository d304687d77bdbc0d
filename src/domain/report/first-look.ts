/** How long reports waited for a person, as numbers that tell of no single one. */
import type { RouteId } from './kinds.ts';

export interface Look {
	readonly route: RouteId;
	/** When it came (ms). */
	readonly at: number;
	/** When a handler first did something about it (ms); null while nobody has. */
	readonly first: number | null;
}

export interface WaitSummary {
	/** `2026-05`, of UTC, by arrival. */
	readonly month: string;
	readonly route: RouteId;
	/** Null below the smallest number that is told. */
	readonly seen: number | null;
	/** Milliseconds: half of them waited no longer, and nine of ten. Null where `seen` is. */
	readonly median: number | null;
	readonly p90: number | null;
}

/** With fewer, a number could be somebody's own report. */
export const fewest = 5;

/** Nearest rank: of ten numbers the fifth and the ninth. */
function rank(sorted: readonly number[], share: number): number | null {
	return sorted[Math.ceil(sorted.length * share) - 1] ?? null;
}

/** One for each month and route in which something came, in their order. */
export function summarize(looks: readonly Look[]): WaitSummary[] {
	const groups = new Map<string, { month: string; route: RouteId; waits: number[] }>();
	for (const { route, at, first } of looks) {
		const month = new Date(at).toISOString().slice(0, 7);
		const group = groups.get(`${month} ${route}`) ?? { month, route, waits: [] };
		groups.set(`${month} ${route}`, group);
		if (first !== null) group.waits.push(first - at);
	}
	return [...groups]
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([, { month, route, waits }]) => {
			const sorted = waits.sort((one, other) => one - other);
			if (sorted.length < fewest) return { month, route, seen: null, median: null, p90: null };
			return { month, route, seen: sorted.length, median: rank(sorted, 0.5), p90: rank(sorted, 0.9) };
		});
}
