/** Recovery by two holders: what was asked for, what it reaches, and each report that was given. */
import type { ExpressionBuilder } from 'kysely';
import type { Reader, Store } from './open.ts';
import type { RecoveryPassTable, RecoveryTable } from './recovery-tables.ts';
import type { Tables } from './schema.ts';

type Select = ExpressionBuilder<Tables, 'report_grant'>['selectFrom'];

/** False where there is one of this id already. */
export function keepRecovery(
	store: Store,
	asked: RecoveryTable,
	passed: readonly Omit<RecoveryPassTable, 'recovery'>[],
): Promise<boolean> {
	return store.tx(async (tx) => {
		const added = await tx
			.insertInto('recovery')
			.values(asked)
			.onConflict((conflict) => conflict.column('id').doNothing())
			.returning('id')
			.execute();
		if (added.length === 0) return false;
		await tx
			.insertInto('recovery_pass')
			.values(passed.map((one) => ({ ...one, recovery: asked.id })))
			.execute();
		return true;
	});
}

export const findRecovery = (db: Reader, id: string): Promise<RecoveryTable | undefined> =>
	db.selectFrom('recovery').selectAll().where('id', '=', id).executeTakeFirst();

export const passedOf = (db: Reader, recovery: string): Promise<RecoveryPassTable[]> =>
	db.selectFrom('recovery_pass').selectAll().where('recovery', '=', recovery).orderBy('key').execute();

export const usesOf = (db: Reader, recovery: string) =>
	db.selectFrom('recovery_use').selectAll().where('recovery', '=', recovery).orderBy('at').orderBy('report').execute();

/** Newest first: those these people asked for by their own keys, and those one of these recovery keys was passed on for. */
export async function recoveriesFor(
	db: Reader,
	own: readonly string[],
	pairs: readonly string[],
): Promise<RecoveryTable[]> {
	if (own.length === 0 || pairs.length === 0) return [];
	return db
		.selectFrom('recovery')
		.selectAll()
		.where((eb) =>
			eb.or([
				eb('asked_by', 'in', own),
				eb(
					'id',
					'in',
					eb.selectFrom('recovery_pass').select('recovery_pass.recovery').where('recovery_pass.key', 'in', pairs),
				),
			]),
		)
		.orderBy('at', 'desc')
		.orderBy('id')
		.execute();
}

/** What a scope comes to: one report, or those of a wiki that any of these keys was ever granted. */
export interface Reach {
	readonly wiki: string;
	readonly report: string | null;
	/** null where it does not matter. */
	readonly keys: readonly string[] | null;
}

/** A grant of the same report to one of these keys. */
const grantTo = (selectFrom: Select, keys: readonly string[]) =>
	selectFrom('report_grant as other')
		.select('other.key')
		.whereRef('other.report', '=', 'report_grant.report')
		.where('other.key', 'in', keys);

/** Oldest first, with their grant to one of the recovery keys; not those that `without` opens already. */
export async function reachedBy(
	db: Reader,
	reach: Reach,
	{
		pairs,
		without,
		limit,
	}: { readonly pairs: readonly string[]; readonly without: string | null; readonly limit: number },
) {
	const { wiki, report, keys } = reach;
	if (pairs.length === 0 || keys?.length === 0) return [];
	let query = db
		.selectFrom('report_grant')
		.innerJoin('report', 'report.id', 'report_grant.report')
		.select(['report.id', 'version', 'head', 'key', 'box', 'desk'])
		.where('key', 'in', pairs)
		.where('report.wiki', '=', wiki);
	if (report !== null) query = query.where('report.id', '=', report);
	if (keys) query = query.where(({ exists, selectFrom }) => exists(grantTo(selectFrom, keys)));
	if (without !== null)
		query = query.where(({ not, exists, selectFrom }) => not(exists(grantTo(selectFrom, [without]))));
	return query.orderBy('report_grant.at').orderBy('report.id').orderBy('key').limit(limit).execute();
}

/** Once for each report. */
export async function keepUse(
	store: Store,
	use: { readonly recovery: string; readonly report: string; readonly at: number; readonly used_by: string },
): Promise<void> {
	await store.tx((tx) =>
		tx
			.insertInto('recovery_use')
			.values(use)
			.onConflict((conflict) => conflict.columns(['recovery', 'report']).doNothing())
			.execute(),
	);
}
