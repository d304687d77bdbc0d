/** An appeal: once, in time, to handlers who did not decide; the report is back in review. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { mayAppeal } from '../../domain/report/states.ts';
import type { Grant } from './intake.ts';
import { appendService, type EventSigner } from './log.ts';
import { addMessage, findMessage, wordsIn, type NewMessage } from './messages.ts';
import type { Store } from './open.ts';
import { stateOf } from './reports.ts';
import type { ReportTable } from './schema.ts';

type Appealed = Pick<ReportTable, 'state' | 'decided_at' | 'appealed_at' | 'erased_at'>;

/** Why it may not be appealed now; null where it may. The first decision sets the time (ms), whatever happened since. */
export function appealFault(report: Appealed, appealDays: number, now: number): 'conflict' | 'too-late' | null {
	if (
		report.erased_at !== null ||
		report.decided_at === null ||
		!mayAppeal(stateOf(report), report.appealed_at !== null)
	)
		return 'conflict';
	return now < report.decided_at + appealDays * 24 * 3_600_000 ? null : 'too-late';
}

export interface Appeal {
	readonly message: NewMessage;
	readonly grants: readonly Grant[];
}

/** The same appeal again is the same appeal. The grants carry its time: they come up as new in the queues. */
export function appeal(
	store: Store,
	signer: EventSigner,
	id: string,
	{ message, grants }: Appeal,
	appealDays: number,
	at: number,
): Promise<Outcome<null>> {
	return store.tx(async (tx) => {
		const known = await findMessage(tx, id, message);
		if (known !== 'none') return known === 'same' ? done(null) : failed('conflict');
		const report = await tx
			.selectFrom('report')
			.select(['wiki', 'state', 'decided_at', 'appealed_at', 'erased_at'])
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		const fault = appealFault(report, appealDays, at);
		if (fault) return failed(fault);
		if (!(await addMessage(tx, id, message, at))) return failed('too-large');
		const keys = grants.map((grant) => grant.key);
		// Who could read it before reads on what handlers wrote for each other.
		const before = await tx
			.selectFrom('report_grant')
			.select(['key', 'desk'])
			.where('report', '=', id)
			.where('key', 'in', keys)
			.execute();
		const deskOf = new Map(before.map(({ key, desk }) => [key, desk]));
		await tx.deleteFrom('report_grant').where('report', '=', id).where('key', 'in', keys).execute();
		await tx
			.insertInto('report_grant')
			.values(
				grants.map(({ key, box }) => ({ report: id, key, box, desk: deskOf.get(key) ?? null, wiki: report.wiki, at })),
			)
			.execute();
		await tx
			.updateTable('report')
			.set({ state: 'in-review', since: at, appealed_at: at })
			.where('id', '=', id)
			.execute();
		await appendService(tx, signer, id, { kind: 'appealed', data: wordsIn(message) }, at);
		return done(null);
	});
}
