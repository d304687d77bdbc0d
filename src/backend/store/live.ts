/** Who looks at which case, and which cases have changed: in the store, for there may be several processes. */
import type { Reader, Store } from './open.ts';

export interface Sight {
	readonly version: number;
	readonly lease_key: string | null;
	readonly lease_until: number | null;
	/** Keys, in order. */
	readonly present: readonly string[];
}

/** How it is with these reports; one that is not there is left out. */
export async function sightsOf(db: Reader, reports: readonly string[], now: number): Promise<Map<string, Sight>> {
	if (reports.length === 0) return new Map();
	const rows = await db
		.selectFrom('report')
		.select(['id', 'version', 'lease_key', 'lease_until'])
		.where('id', 'in', reports)
		.execute();
	const here = await db
		.selectFrom('case_presence')
		.select(['report', 'key'])
		.distinct()
		.where('report', 'in', reports)
		.where('until', '>', now)
		.orderBy('key')
		.execute();
	return new Map(
		rows.map(({ id, ...row }) => [
			id,
			{ ...row, present: here.filter((one) => one.report === id).map((one) => one.key) },
		]),
	);
}

/** Ids of reports that changed after `since` (ms), with when. */
export function changedSince(db: Reader, since: number): Promise<{ id: string; changed: number }[]> {
	return db.selectFrom('report').select(['id', 'changed']).where('changed', '>', since).orderBy('changed').execute();
}

export interface Looker {
	readonly report: string;
	readonly who: string;
	readonly key: string;
	readonly until: number;
}

/** Somebody looks until then; their own lease goes on as long as they do. */
export async function look(
	store: Store,
	looker: Looker,
	own: readonly string[],
	lease: number,
	now: number,
): Promise<void> {
	await store.tx(async (tx) => {
		await tx.deleteFrom('case_presence').where('until', '<=', now).execute();
		await tx
			.insertInto('case_presence')
			.values(looker)
			.onConflict((conflict) =>
				conflict.columns(['report', 'who']).doUpdateSet({ key: looker.key, until: looker.until }),
			)
			.execute();
		await tx
			.updateTable('report')
			.set({ lease_until: lease })
			.where('id', '=', looker.report)
			.where('lease_key', 'in', own)
			.where('lease_until', '>', now)
			.execute();
	});
}

export async function leave(store: Store, report: string, who: string): Promise<void> {
	await store.tx((tx) => tx.deleteFrom('case_presence').where('report', '=', report).where('who', '=', who).execute());
}
