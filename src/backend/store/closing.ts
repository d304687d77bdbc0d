/** Closing what was decided long enough ago. */
import type { Store } from './open.ts';

/** Closes the reports of a wiki that are decided since `before` (ms) or longer. */
export async function closeDecided(store: Store, wiki: string, before: number, at: number): Promise<void> {
	await store.tx((tx) =>
		tx
			.updateTable('report')
			.set({ state: 'closed', since: at })
			.where('state', '=', 'decided')
			.where('wiki', '=', wiki)
			.where('since', '<=', before)
			.execute(),
	);
}
