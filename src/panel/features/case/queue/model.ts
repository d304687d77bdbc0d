/** The order of the queue, and which reports are one case. */
import type { CaseRow } from '../../../../contract/case.ts';
import type { GrantBody } from '../../../../contract/report.ts';
import { samePerson } from '../../../../domain/people/names.ts';
import { keysOf } from './together.ts';
import { weightOf } from './weight.ts';

export interface Opened {
	readonly row: CaseRow;
	/** null where the key on this device does not open its box. */
	readonly summary: GrantBody['summary'] | null;
}

export interface Case {
	readonly key: string;
	/** By id, which is random: who reported first carries no weight. */
	readonly reports: readonly [Opened, ...Opened[]];
}

/** Nothing is owed to its reporter any more. */
export const isOver = ({ state, unanswered }: Pick<CaseRow, 'state' | 'unanswered'>): boolean =>
	unanswered === null && (state === 'decided' || state === 'closed' || state === 'withdrawn');

/** `now`: of the backend's clock. What is over is not late: it closes by itself. */
export const isLate = (row: CaseRow, now: string): boolean =>
	row.due !== null && !isOver(row) && Date.parse(row.due.by) < Date.parse(now);

/**
 * Emergencies, then those with a token or looked at by a handler, then those that anybody can send; what is over comes
 * last. Among emergencies too, those with a token first: else any number of made-up ones could stand before a true one.
 */
function rankOf({ row }: Opened): number {
	if (isOver(row)) return 4;
	return (row.route === 'threat' ? 0 : 2) + (row.standing === 'token' || row.severity !== null ? 0 : 1);
}

const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function compare(one: Opened, other: Opened): number {
	const ranks = rankOf(one) - rankOf(other) || weightOf(other) - weightOf(one);
	if (ranks !== 0) return ranks;
	// A century that no deadline reaches: nothing is owed, so everything owed comes before it.
	return text(one.row.due?.by ?? '9999', other.row.due?.by ?? '9999') || text(one.row.id, other.row.id);
}

const byId = (one: Opened, other: Opened): number => text(one.row.id, other.row.id);

/** The report that gives a case its place. */
export const standingOf = ({ reports }: Case): Opened =>
	reports.reduce((one, other) => (compare(one, other) <= 0 ? one : other));

/**
 * Reports of the same thing are one case, and those that handlers joined. It stands where one of its reports would stand
 * alone, and that is the oldest of a lane: more reports never raise it. What cannot be opened is a case of its own.
 */
export function casesOf(opened: readonly Opened[]): Case[] {
	const groups = new Map<string, [Opened, ...Opened[]]>();
	const keyOf = keysOf(opened);
	for (const one of opened) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	const cases = [...groups].map(([key, reports]): Case => ({
		key,
		reports: reports.length > 1 ? reports.sort(byId) : reports,
	}));
	const ranked = cases.map((one) => ({ one, at: standingOf(one) }));
	return ranked.sort((a, b) => compare(a.at, b.at)).map(({ one }) => one);
}

/** What is shown keeps its place while somebody works on it, also where it left the lane; what is new comes after it. */
export function settled(shown: readonly Case[], latest: readonly Case[], all: readonly Case[]): Case[] {
	const now = new Map(all.map((one) => [one.key, one]));
	const kept = shown.flatMap(({ key }) => now.get(key) ?? []);
	const known = new Set(kept.map(({ key }) => key));
	return [...kept, ...latest.filter(({ key }) => !known.has(key))];
}

/** Reports in which the two people stand the other way round. */
export function countersOf({ summary }: Opened, all: readonly Opened[]): Opened[] {
	const { reporter, subject } = summary ?? {};
	if (!reporter || !subject || samePerson(reporter, subject)) return [];
	return all.filter(
		({ summary: other }) =>
			other?.reporter && other.subject && samePerson(other.reporter, subject) && samePerson(other.subject, reporter),
	);
}
