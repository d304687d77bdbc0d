/** The log of openings: rows are added and never changed. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Reader, Store } from './open.ts';
import { shareOf } from './identity.ts';
import type { OpeningTable } from './standing-tables.ts';

/** Problem: `not-found` where none of the keys holds a share. */
export function ask(
	store: Store,
	keys: readonly string[],
	asked: Omit<OpeningTable, 'asked_by'>,
): Promise<Outcome<{ id: string }>> {
	return store.tx(async (tx) => {
		const share = await shareOf(tx, asked.report, keys);
		if (!share) return failed('not-found');
		await tx
			.insertInto('opening')
			.values({ ...asked, asked_by: share.key })
			.execute();
		return done({ id: asked.id });
	});
}

/**
 * The second custodian's share goes to the first. `hands`: all keys of whoever holds a key. Problems: `not-found` for who
 * holds no share, `forbidden` for who asked, `conflict` where somebody approved already.
 */
export function approve(
	store: Store,
	keys: readonly string[],
	hands: (key: string) => ReadonlySet<string>,
	{ opening, at, box }: { readonly opening: string; readonly at: number; readonly box: Uint8Array },
): Promise<Outcome<object>> {
	return store.tx(async (tx) => {
		const asked = await tx.selectFrom('opening').selectAll().where('id', '=', opening).executeTakeFirst();
		const share = asked && (await shareOf(tx, asked.report, keys));
		if (!asked || !share) return failed('not-found');
		if (keys.some((key) => hands(asked.asked_by).has(key))) return failed('forbidden');
		const added = await tx
			.insertInto('opening_approval')
			.values({ opening, at, box, approved_by: share.key })
			.onConflict((conflict) => conflict.column('opening').doNothing())
			.returning('opening')
			.execute();
		return added.length > 0 ? done({}) : failed('conflict');
	});
}

/** What these keys may know of, newest first: of identities they hold a share of, and what they took part in. */
export async function openingsFor(db: Reader, keys: readonly string[]) {
	if (keys.length === 0) return [];
	return db
		.selectFrom('opening')
		.leftJoin('opening_approval', 'opening_approval.opening', 'opening.id')
		.leftJoin('identity', 'identity.report', 'opening.report')
		.select(['opening.id', 'opening.report', 'opening.at', 'asked_by', 'reason', 'approved_by', 'sealed'])
		.select(['opening_approval.at as approved_at', 'opening_approval.box as passed'])
		.where((eb) =>
			eb.or([
				eb('asked_by', 'in', keys),
				eb('approved_by', 'in', keys),
				eb(
					'opening.report',
					'in',
					eb.selectFrom('identity_share').select('identity_share.report').where('identity_share.key', 'in', keys),
				),
			]),
		)
		.orderBy('opening.at', 'desc')
		.orderBy('opening.id')
		.execute();
}
