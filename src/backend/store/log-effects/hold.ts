/** Legal hold: one person asks and another agrees, to begin it and to end it. */
import { failed } from '../../../contract/problem.ts';
import { idsIn } from '../reports.ts';
import { conflict, set, type Change, type Effect } from './change.ts';

const isSecond = ({ report, along }: Change): boolean => !idsIn(report.hold_by).some((key) => along.by.includes(key));
const asked = (change: Change, hold: string) => set(change, { hold, hold_by: change.along.by.join(' ') });

export const hold: Effect<'hold'> = async (change) => {
	const state = change.report.hold;
	if (state === null) return asked(change, 'asked');
	if (state !== 'asked') return conflict('illegal');
	return isSecond(change) ? set(change, { hold: 'on', hold_by: null }) : conflict('second-person');
};

export const liftHold: Effect<'lift-hold'> = async (change) => {
	const state = change.report.hold;
	if (state === null) return conflict('illegal');
	if (state === 'on') return asked(change, 'lifting');
	// What was only asked for is taken back by one.
	if (state === 'lifting' && !isSecond(change)) return conflict('second-person');
	return set(change, { hold: null, hold_by: null });
};

/** While it is on, nothing is erased. */
export const erase: Effect<'erase'> = async ({ report }) =>
	report.hold === null || report.hold === 'asked' ? failed('bad-input') : conflict('held');
