/** Sealed identities of pseudonymous reporters: a box, and a share of its key for each custodian. */
import type { Reader, Writer } from './open.ts';

export interface NewIdentity {
	readonly report: string;
	readonly sealed: Uint8Array;
	readonly shares: readonly { readonly key: string; readonly box: Uint8Array }[];
}

export async function keepIdentities(tx: Writer, identities: readonly NewIdentity[]): Promise<void> {
	for (const { report, sealed, shares } of identities) {
		await tx.insertInto('identity').values({ report, sealed }).execute();
		await tx
			.insertInto('identity_share')
			.values(shares.map(({ key, box }) => ({ report, key, box })))
			.execute();
	}
}

/** The log of its openings stays. */
export async function dropIdentity(tx: Writer, report: string): Promise<void> {
	await tx.deleteFrom('identity_share').where('report', '=', report).execute();
	await tx.deleteFrom('identity').where('report', '=', report).execute();
}

export async function hasIdentity(db: Reader, report: string): Promise<boolean> {
	return (
		(await db.selectFrom('identity').select('report').where('report', '=', report).executeTakeFirst()) !== undefined
	);
}

/** The share that one of these keys holds of a report's identity; of several the first by key id. */
export function shareOf(db: Reader, report: string, keys: readonly string[]) {
	if (keys.length === 0) return Promise.resolve(undefined);
	return db
		.selectFrom('identity_share')
		.select(['key', 'box'])
		.where('report', '=', report)
		.where('key', 'in', keys)
		.orderBy('key')
		.limit(1)
		.executeTakeFirst();
}
