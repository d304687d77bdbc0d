/** Tells the staff's duty rota once that matches wait. */
import { tellWebhook } from '../duty/webhook.ts';
import type { Store } from '../store/open.ts';
import { markTold, untold } from '../store/upload-matches.ts';
import type { Checking } from './config.ts';

/** Rejects where the rota does not take it: then it is told again. */
export async function tellRota(store: Store, { dutyRota }: Checking, signal: AbortSignal): Promise<void> {
	const ids = await untold(store.db);
	if (ids.length === 0) return;
	if (dutyRota) await tellWebhook(dutyRota, signal);
	await markTold(store, ids);
}
