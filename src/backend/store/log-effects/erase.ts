/** Erasing by hand: one person asks and another agrees, whatever was decided, unless somebody holds it. */
import { done, failed } from '../../../contract/problem.ts';
import { eraseCase } from '../erase.ts';
import { conflict, set, type Effect } from './change.ts';
import { isSecond } from './hold.ts';

export const erase: Effect<'erase'> = async (change) => {
	const { tx, report, along, at } = change;
	const { hold, erase_by: first } = report;
	if (report.erased_at !== null) return conflict('illegal');
	if (hold === 'on' || hold === 'lifting') return conflict('held');
	if (first === null) return set(change, { erase_by: along.by.join(' ') });
	if (!isSecond(change, first)) return conflict('second-person');
	// It would be gone with the rest, and the event speaks of it.
	if (along.sealed) return failed('bad-input');
	await eraseCase(tx, report.id, at);
	return done('done');
};
