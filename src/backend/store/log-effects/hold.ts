/** Legal hold: one person asks and another agrees, to begin it and to end it. */
import { idsIn } from '../reports.ts';
import { conflict, set, type Change, type Effect } from './change.ts';

/** `first`: all key ids of who said so first. */
export const isSecond = ({ along }: Change, first: string | null): boolean =>
	!idsIn(first).some((key) => along.by.includes(key));
const asked = (change: Change, hold: string) => set(change, { hold, hold_by: change.along.by.join(' ') });

export const hold: Effect<'hold'> = async (change) => {
	const state = change.report.hold;
	if (change.report.erased_at !== null) return conflict('illegal');
	// Whoever asks for a hold does not want it erased: that has to be asked for anew.
	if (state === null) return set(change, { hold: 'asked', hold_by: change.along.by.join(' '), erase_by: null });
	if (state !== 'asked') return conflict('illegal');
	return isSecond(change, change.report.hold_by)
		? set(change, { hold: 'on', hold_by: null })
		: conflict('second-person');
};

export const liftHold: Effect<'lift-hold'> = async (change) => {
	const state = change.report.hold;
	if (state === null) return conflict('illegal');
	if (state === 'on') return asked(change, 'lifting');
	// What was only asked for is taken back by one.
	if (state === 'lifting' && !isSecond(change, change.report.hold_by)) return conflict('second-person');
	return set(change, { hold: null, hold_by: null });
};
