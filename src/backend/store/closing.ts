/** Closing what was decided long enough ago. */
import { appendService, type EventSigner } from './log.ts';
import type { Store } from './open.ts';

/** In one transaction, so that others are not kept waiting. */
const atOnce = 50;

/** Closes the reports of a wiki that are decided since `before` (ms) or longer. */
export async function closeDecided(
	store: Store,
	signer: EventSigner,
	wiki: string,
	before: number,
	at: number,
): Promise<void> {
	const closeSome = (): Promise<number> =>
		store.tx(async (tx) => {
			const old = await tx
				.selectFrom('report')
				.select('id')
				.where('state', '=', 'decided')
				.where('wiki', '=', wiki)
				.where('since', '<=', before)
				.limit(atOnce)
				.execute();
			for (const { id } of old) {
				await tx.updateTable('report').set({ state: 'closed', since: at }).where('id', '=', id).execute();
				await appendService(tx, signer, id, { kind: 'closed', data: {} }, at);
			}
			return old.length;
		});
	while ((await closeSome()) === atOnce);
}
