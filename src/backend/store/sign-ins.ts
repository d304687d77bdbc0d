/** Sign-ins under way: found once by the state that the wiki gives back, and once by the one-time code. */
import type { Store } from './open.ts';
import type { SessionTable, SignInTable } from './schema.ts';

export async function beginSignIn(store: Store, row: Omit<SignInTable, 'code' | 'person'>): Promise<void> {
	await store.tx((tx) =>
		tx
			.insertInto('sign_in')
			.values({ ...row, code: null, person: null })
			.execute(),
	);
}

/** Takes the row of this state away, so that the state serves once. */
export function takeByState(store: Store, state: string): Promise<SignInTable | undefined> {
	return store.tx((tx) =>
		tx.deleteFrom('sign_in').where('state', '=', state).where('code', 'is', null).returningAll().executeTakeFirst(),
	);
}

/** Puts it back with the one-time code's hash and the person sealed under that code. */
export async function answered(store: Store, row: SignInTable): Promise<void> {
	await store.tx((tx) => tx.insertInto('sign_in').values(row).execute());
}

/**
 * Takes the row of this code away, whatever comes of it, so that a code serves once; where `accept` makes a session of it,
 * that is kept in the same transaction.
 */
export function takeByCode(
	store: Store,
	code: string,
	accept: (row: SignInTable) => SessionTable | null,
): Promise<SessionTable | null> {
	return store.tx(async (tx) => {
		const row = await tx.deleteFrom('sign_in').where('code', '=', code).returningAll().executeTakeFirst();
		const session = row ? accept(row) : null;
		if (session) await tx.insertInto('session').values(session).execute();
		return session;
	});
}
