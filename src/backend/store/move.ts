/** One step of a report by a handler: a legal one, from where the handler saw it. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { mayMove, type ReportState } from '../../domain/report/states.ts';
import { addMessage, findMessage, type NewMessage } from './messages.ts';
import type { Store } from './open.ts';
import { decidersOf, idsIn, stateOf } from './reports.ts';

export interface Move {
	readonly from: ReportState;
	readonly to: ReportState;
	/** Ids of all keys of the handler. */
	readonly by: readonly string[];
	/** Words to the reporter, kept with the step or not at all. */
	readonly message: NewMessage | null;
}

/** Since when the report is in the new state; the last step again by the same handler is that step. `conflict`: another step came before; `forbidden`: who decided does not again. */
export function move(
	store: Store,
	id: string,
	{ from, to, by, message }: Move,
	at: number,
): Promise<Outcome<{ since: number }>> {
	return store.tx(async (tx) => {
		const report = await tx
			.selectFrom('report')
			.select(['state', 'since', 'decided_at', 'decided_by', 'moved_from', 'moved_by'])
			.where('id', '=', id)
			.executeTakeFirst();
		if (!report) return failed('conflict');
		const state = stateOf(report);
		if (message) {
			const known = await findMessage(tx, id, message);
			// The answer to this very step was lost on its way.
			if (known === 'same' && state === to) return done({ since: report.since });
			if (known !== 'none') return failed('conflict');
		} else if (state === to && report.moved_from === from && idsIn(report.moved_by).some((key) => by.includes(key))) {
			return done({ since: report.since });
		}
		if (state !== from || !mayMove(from, to)) return failed('conflict');
		const deciders = decidersOf(report);
		if (to === 'decided' && by.some((key) => deciders.includes(key))) return failed('forbidden');
		if (message && !(await addMessage(tx, id, message, at))) return failed('too-large');
		const decision =
			to === 'decided'
				? { decided_at: report.decided_at ?? at, decided_by: [...new Set([...deciders, ...by])].join(' ') }
				: {};
		await tx
			.updateTable('report')
			.set({ state: to, since: at, moved_from: from, moved_by: by.join(' '), ...decision })
			.where('id', '=', id)
			.execute();
		return done({ since: at });
	});
}
