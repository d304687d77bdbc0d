/** Taking a report back: what it said is deleted, that it was there stays with its receipt. */
import { mayWithdraw } from '../../domain/report/states.ts';
import { endHearings } from './hearing.ts';
import { dropIdentity } from './identity.ts';
import { appendService, type EventSigner } from './log.ts';
import type { Store } from './open.ts';
import { stateOf } from './reports.ts';

/** False once it is decided, and under a legal hold; taken back already is taken back. */
export async function withdraw(store: Store, signer: EventSigner, id: string, at: number): Promise<boolean> {
	const isGone = await store.tx(async (tx) => {
		const report = await tx
			.selectFrom('report')
			.select(['state', 'decided_at', 'hold'])
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		const state = stateOf(report);
		if (state === 'withdrawn') return true;
		// In review again after an appeal it was decided before.
		if (!mayWithdraw(state) || report.decided_at !== null) return false;
		// While two people have put a legal hold on it, nothing is erased.
		if (report.hold === 'on' || report.hold === 'lifting') return false;
		await tx.deleteFrom('report_grant').where('report', '=', id).execute();
		await tx.deleteFrom('report_message').where('report', '=', id).execute();
		// What handlers wrote of it for themselves says what it said.
		await tx.updateTable('case_event').set({ sealed: null }).where('report', '=', id).execute();
		await endHearings(tx, id, at);
		await dropIdentity(tx, id);
		await tx
			.updateTable('report')
			.set({ state: 'withdrawn', since: at, sealed: new Uint8Array(0), follow: null, moved_from: null, moved_by: null })
			.where('id', '=', id)
			.execute();
		await appendService(tx, signer, id, { kind: 'withdrew', data: {} }, at);
		return true;
	});
	if (isGone) await store.forget();
	return isGone;
}
