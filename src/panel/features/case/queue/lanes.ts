/** Where a case stands for the handler who looks: waiting, theirs, put off, or over. */
import type { CaseRow } from '../../../../contract/case.ts';
import type { LaneId } from '../../../../contract/desk-choices.ts';
import { isLate, isOver, type Case } from './model.ts';

/** Who looks, and when. */
export interface Desk {
	/** By the backend's clock. */
	readonly now: string;
	/** Ids of the handler's own key, and of those they had before. */
	readonly mine: ReadonlySet<string>;
}

/** What is overdue comes back by itself, whoever put it off. */
export const isSnoozed = (row: CaseRow, now: string): boolean =>
	row.snoozed !== null && Date.parse(row.snoozed) > Date.parse(now) && !isLate(row, now);

const holds = (row: CaseRow, now: string): string | null =>
	row.lease && Date.parse(row.lease.until) > Date.parse(now) ? row.lease.key : null;

/** Theirs by assignment, or in their hands now. */
export const isMine = (row: CaseRow, { mine, now }: Desk): boolean =>
	[row.assigned, holds(row, now)].some((key) => key !== null && mine.has(key));

export const isUnassigned = (row: CaseRow, { now }: Desk): boolean => row.assigned === null && holds(row, now) === null;

/** One that waits makes the case wait, however many beside it are put off or over. */
export function laneOf({ reports }: Case, desk: Desk): Exclude<LaneId, 'mine'> {
	const open = reports.filter(({ row }) => !isOver(row));
	if (open.length === 0) return 'over';
	return open.every(({ row }) => isSnoozed(row, desk.now)) ? 'snoozed' : 'waiting';
}

/** Every lane that it is in. */
export function lanesOf(one: Case, desk: Desk): readonly LaneId[] {
	const own = laneOf(one, desk);
	const mine = own === 'waiting' && one.reports.some(({ row }) => !isOver(row) && isMine(row, desk));
	return mine ? [own, 'mine'] : [own];
}
