/** The order of the queue, and which reports are one case. */
import type { CaseRow } from '../../../../contract/case.ts';
import type { GrantBody } from '../../../../contract/report.ts';
import { samePerson } from '../../../../domain/people/names.ts';

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
 * Emergencies, then those with a token, then those that anybody can send; what is over comes last. Among emergencies too,
 * those with a token first: else any number of made-up ones could stand before a true one.
 */
function laneOf({ route, standing, ...row }: CaseRow): number {
	if (isOver(row)) return 4;
	return (route === 'threat' ? 0 : 2) + (standing === 'token' ? 0 : 1);
}

const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function compare(one: CaseRow, other: CaseRow): number {
	const lanes = laneOf(one) - laneOf(other);
	if (lanes !== 0) return lanes;
	// A century that no deadline reaches: nothing is owed, so everything owed comes before it.
	return text(one.due?.by ?? '9999', other.due?.by ?? '9999') || text(one.id, other.id);
}

const byId = (one: Opened, other: Opened): number => text(one.row.id, other.row.id);

/** The report that gives a case its place. */
export const standingOf = ({ reports }: Case): Opened =>
	reports.reduce((one, other) => (compare(one.row, other.row) <= 0 ? one : other));

/**
 * Reports of the same thing are one case. It stands where one of its reports would stand alone, and that is the oldest of a
 * lane: more reports never raise it. What cannot be opened is a case of its own.
 */
export function casesOf(opened: readonly Opened[]): Case[] {
	const groups = new Map<string, [Opened, ...Opened[]]>();
	for (const one of opened) {
		const key = one.summary?.about ?? one.row.id;
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	const cases = [...groups].map(([key, reports]): Case => ({
		key,
		reports: reports.length > 1 ? reports.sort(byId) : reports,
	}));
	const ranked = cases.map((one) => ({ one, at: standingOf(one).row }));
	return ranked.sort((a, b) => compare(a.at, b.at)).map(({ one }) => one);
}

/** What is shown keeps its place while somebody works on it; what is new comes after it. */
export function settled(shown: readonly Case[], latest: readonly Case[]): Case[] {
	const fresh = new Map(latest.map((one) => [one.key, one]));
	const kept = shown.flatMap(({ key }) => {
		const now = fresh.get(key);
		fresh.delete(key);
		return now ?? [];
	});
	return [...kept, ...fresh.values()];
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
