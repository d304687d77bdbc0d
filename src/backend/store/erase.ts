/** Erasing a case: all that opens it and all that was said goes, the skeleton of its log and its receipt stay. */
import { endHearings } from './hearing.ts';
import { dropIdentity } from './identity.ts';
import type { Writer } from './open.ts';

/** Who calls has seen in this transaction that nothing holds it, and lets the store forget afterwards. `at`: ms. */
export async function eraseCase(tx: Writer, report: string, at: number): Promise<void> {
	await tx.deleteFrom('report_grant').where('report', '=', report).execute();
	await tx.deleteFrom('report_message').where('report', '=', report).execute();
	await tx.deleteFrom('case_presence').where('report', '=', report).execute();
	await tx.deleteFrom('duty_alert').where('report', '=', report).execute();
	await tx.updateTable('case_event').set({ sealed: null }).where('report', '=', report).execute();
	await endHearings(tx, report, at);
	// A share that a custodian gave another opens what a copy may still have; that it was given stays.
	const openings = tx.selectFrom('opening').select('id').where('report', '=', report);
	const nothing = new Uint8Array(0);
	await tx.updateTable('opening_approval').set({ box: nothing }).where('opening', 'in', openings).execute();
	await dropIdentity(tx, report);
	// Nothing is owed any more, and nothing may follow.
	const { state } = await tx.selectFrom('report').select('state').where('id', '=', report).executeTakeFirstOrThrow();
	const over = state === 'withdrawn' ? {} : { state: 'closed', since: at };
	const nobody = { assigned: null, lease_key: null, lease_until: null, moved_by: null, erase_by: null, hold_by: null };
	await tx
		.updateTable('report')
		.set({
			...over,
			...nobody,
			sealed: nothing,
			follow: null,
			snoozed: null,
			in_group: null,
			hold: null,
			erased_at: at,
		})
		.where('id', '=', report)
		.execute();
}
