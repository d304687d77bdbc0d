/** One event of a handler: appended, with what it does, or not at all. */
import { eventHash, type HandlerEvent } from '../../contract/case-event.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { mayInterrupt, type HandlerKind } from '../../domain/case/event-kinds.ts';
import { append, eventsOf } from './log.ts';
import { caseState, conflict, type Along, type Change, type Effect } from './log-effects/change.ts';
import { effects } from './log-effects/effects.ts';
import { isClaimed } from './log-effects/work.ts';
import { findMessage } from './messages.ts';
import type { Store, Writer } from './open.ts';

/** The event of this place is this very one: its answer was lost on its way. */
async function isThere(tx: Writer, event: HandlerEvent): Promise<boolean> {
	const [there] = await eventsOf(tx, event.report, event.seq - 1);
	return there?.event.signature === event.signature && (await eventHash(there.event)) === (await eventHash(event));
}

/** `conflict` comes with a `Conflict`. `along`: checked to belong to the event; `event`: its signature is genuine. */
export function writeEvent(store: Store, event: HandlerEvent, along: Along, at: number): Promise<Outcome<null>> {
	return store.tx(async (tx): Promise<Outcome<null>> => {
		const report = await caseState(tx, event.report);
		if (!report) return failed('not-found');
		if (event.seq <= report.version && (await isThere(tx, event))) return done(null);
		if (along.message) {
			const known = await findMessage(tx, report.id, along.message);
			// Signed anew by a client that did not hear of the first time.
			if (known === 'same') return done(null);
			if (known === 'other') return conflict('illegal');
		}
		if (event.seq !== report.version + 1 || event.previous !== report.head) {
			return conflict('stale', await eventsOf(tx, report.id, event.seq - 1));
		}
		const change: Change = { tx, event, report, along, at };
		if (isClaimed(change) && !mayInterrupt(event.kind)) return conflict('claimed');
		// The table pairs each kind with its own event.
		const effect = effects[event.kind] as unknown as Effect<HandlerKind>;
		const outcome = await effect(change);
		if (!outcome.ok) return outcome;
		if (outcome.value === 'done') await append(tx, event, along.sealed, at);
		return done(null);
	});
}
