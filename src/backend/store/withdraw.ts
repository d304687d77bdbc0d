/** Taking a report back: what it said is deleted, that it was there stays with its receipt. */
import { mayWithdraw } from '../../domain/report/states.ts';
import { dropIdentity } from './identity.ts';
import type { Store } from './open.ts';
import { stateOf } from './reports.ts';

/** False once it is decided; taken back already is taken back. */
export async function withdraw(store: Store, id: string, at: number): Promise<boolean> {
	const isGone = await store.tx(async (tx) => {
		const report = await tx
			.selectFrom('report')
			.select(['state', 'decided_at'])
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		const state = stateOf(report);
		if (state === 'withdrawn') return true;
		// In review again after an appeal it was decided before.
		if (!mayWithdraw(state) || report.decided_at !== null) return false;
		await tx.deleteFrom('report_grant').where('report', '=', id).execute();
		await tx.deleteFrom('report_message').where('report', '=', id).execute();
		await dropIdentity(tx, id);
		await tx
			.updateTable('report')
			.set({ state: 'withdrawn', since: at, sealed: new Uint8Array(0), follow: null, moved_from: null, moved_by: null })
			.where('id', '=', id)
			.execute();
		return true;
	});
	if (isGone) await store.forget();
	return isGone;
}
