/** Tells an address of the operator that something waits: that, and nothing else. */
import { readFile } from 'node:fs/promises';
import type { Webhook } from './config.ts';

const timeoutMs = 4_000;
/** All that leaves the house: no wiki, no kind, no name, no number. */
const words = JSON.stringify({ text: 'Wikihaven: something waits for you.' });

/** Rejects where it is not taken: then it is told again. */
export async function tellWebhook({ url, tokenFile }: Webhook, signal: AbortSignal): Promise<void> {
	const token = tokenFile === undefined ? null : (await readFile(tokenFile, 'utf8')).trim();
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
		body: words,
		redirect: 'error',
		signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
	});
	await response.body?.cancel();
	if (!response.ok) throw new Error('the duty rota did not take it');
}
