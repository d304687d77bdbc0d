/** Sessions by the hash of their token. */
import type { Reader, Store } from './open.ts';
import type { SessionTable } from './schema.ts';

export function findSession(db: Reader, token: string): Promise<SessionTable | undefined> {
	return db.selectFrom('session').selectAll().where('token', '=', token).executeTakeFirst();
}

export async function dropSession(store: Store, token: string): Promise<void> {
	await store.tx((tx) => tx.deleteFrom('session').where('token', '=', token).execute());
}

/** Rows that ended before `now` (ms), with a day's grace in which a client is still told that its session ended. */
export async function sweep(store: Store, now: number): Promise<void> {
	await store.tx(async (tx) => {
		await tx
			.deleteFrom('session')
			.where('until', '<', now - 24 * 3600 * 1000)
			.execute();
		await tx.deleteFrom('sign_in').where('until', '<', now).execute();
	});
}
