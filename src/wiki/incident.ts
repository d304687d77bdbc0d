/** Hands an emergency to the wiki's own Extension:ReportIncident over its REST interface: that is not sealed. */
import type { Incident } from '../contract/incident.ts';
import { done, failed, type Outcome } from '../contract/problem.ts';
import { createWikiApi, type WikiFetch } from './api.ts';
import { csrfToken } from './user.ts';

/** `base`: script path. It answers 204. The token is fetched as it is sent: that of a page left open is stale. */
export async function sendIncident(
	options: { readonly base: string; readonly fetch: WikiFetch; readonly signal: AbortSignal },
	incident: Incident,
): Promise<Outcome<Record<string, never>>> {
	const token = await csrfToken(createWikiApi(options));
	if (!token.ok) return token;
	let status: number;
	try {
		const answer = await options.fetch(`${options.base}/rest.php/reportincident/v0/report`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ ...incident, token: token.value }),
			credentials: 'include',
			redirect: 'error',
			signal: AbortSignal.any([options.signal, AbortSignal.timeout(20_000)]),
		});
		status = answer.status;
	} catch {
		return failed(options.signal.aborted ? 'cancelled' : 'wiki-unreachable');
	}
	if (status === 204) return done({});
	if (status === 429) return failed('rate-limited');
	return status === 403 ? failed('forbidden') : failed('wiki-error', [String(status)]);
}
