/** The public halves of all receipt keys there ever were. */
import type { Reader, Store } from './open.ts';
import type { ReceiptKeyTable } from './schema.ts';

export async function addReceiptKey(store: Store, key: ReceiptKeyTable): Promise<void> {
	await store.tx((tx) =>
		tx
			.insertInto('receipt_key')
			.values(key)
			.onConflict((conflict) => conflict.column('id').doNothing())
			.execute(),
	);
}

export function receiptKeys(db: Reader): Promise<ReceiptKeyTable[]> {
	return db.selectFrom('receipt_key').selectAll().orderBy('since').orderBy('id').execute();
}
