/** Words that the wiki suppressed go out of the kept report: other bytes stand in its place, under the receipt it came with. */
import { done, failed } from '../../../contract/problem.ts';
import { sealedOf } from '../reports.ts';
import { conflict, set, type Effect } from './change.ts';

/** Also under a legal hold: the event keeps what goes out. */
export const withhold: Effect<'withhold'> = async (change) => {
	const { tx, report, event, along } = change;
	if (!along.remainder) return failed('bad-input');
	const kept = await sealedOf(tx, report.id);
	if (!kept || kept.sealed.length === 0) return conflict('illegal');
	const now = kept.remainder_hash ?? kept.hash;
	if (now === event.data.after) return done('same');
	// Made of a report that is no longer what is kept: it would bring back what went out meanwhile.
	if (now !== event.data.before) return conflict('illegal');
	return set(change, { sealed: along.remainder, remainder_hash: event.data.after });
};
