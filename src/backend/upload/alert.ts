/** Tells the duty rota that something waits: that, and nothing else. */
import { readFile } from 'node:fs/promises';
import type { Store } from '../store/open.ts';
import { markTold, untold } from '../store/upload-matches.ts';
import type { Checking } from './config.ts';

const timeout = 4_000;
/** All that leaves the house: no class, no wiki, no file. */
const words = JSON.stringify({ text: 'Wikihaven: something waits for review.' });

/** Rejects where the rota does not take it: then it is told again. */
export async function tellRota(store: Store, { dutyRota }: Checking, signal: AbortSignal): Promise<void> {
	const ids = await untold(store.db);
	if (ids.length === 0) return;
	if (dutyRota) {
		const token = dutyRota.tokenFile === undefined ? null : (await readFile(dutyRota.tokenFile, 'utf8')).trim();
		const response = await fetch(dutyRota.url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
			body: words,
			redirect: 'error',
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
		});
		await response.body?.cancel();
		if (!response.ok) throw new Error('the duty rota did not take it');
	}
	await markTold(store, ids);
}
