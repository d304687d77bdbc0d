/** How many tokens an account got today, and which tokens are spent. */
import type { Store, Writer } from './open.ts';

/** A token as the store knows it. */
export interface Spent {
	/** SHA-256 of its message, base64url. */
	readonly token: string;
	readonly term: number;
}

/** Counts `wanted` more for the account on this day unless that is more than `most`; false then. */
export function takeTokens(
	store: Store,
	{ account, day }: { readonly account: string; readonly day: number },
	wanted: number,
	most: number,
): Promise<boolean> {
	return store.tx(async (tx) => {
		const row = await tx
			.selectFrom('token_count')
			.select('count')
			.where('account', '=', account)
			.where('day', '=', day)
			.executeTakeFirst();
		const count = (row?.count ?? 0) + wanted;
		if (count > most) return false;
		await tx
			.insertInto('token_count')
			.values({ account, day, count })
			.onConflict((conflict) => conflict.columns(['account', 'day']).doUpdateSet({ count }))
			.execute();
		return true;
	});
}

export async function takenTokens({ db }: Store, account: string, day: number): Promise<number> {
	const row = await db
		.selectFrom('token_count')
		.select('count')
		.where('account', '=', account)
		.where('day', '=', day)
		.executeTakeFirst();
	return row?.count ?? 0;
}

/** Of these tokens, no two the same, those that were not spent before; they are now. */
export async function spend(tx: Writer, tokens: readonly Spent[]): Promise<ReadonlySet<string>> {
	if (tokens.length === 0) return new Set();
	const spent = await tx
		.insertInto('spent_token')
		.values(tokens.map(({ token, term }) => ({ token, term })))
		.onConflict((conflict) => conflict.column('token').doNothing())
		.returning('token')
		.execute();
	return new Set(spent.map((row) => row.token));
}

/** Forgets counts of days before `day`, tokens of terms before `term`, slowings that ended by `now` (ms). */
export async function sweepStanding(
	store: Store,
	{ day, term, now }: { readonly day: number; readonly term: number; readonly now: number },
): Promise<void> {
	await store.tx(async (tx) => {
		await tx.deleteFrom('token_count').where('day', '<', day).execute();
		await tx.deleteFrom('spent_token').where('term', '<', term).execute();
		await tx.deleteFrom('slowing').where('until', '<=', now).execute();
	});
}
