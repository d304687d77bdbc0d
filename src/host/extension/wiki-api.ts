/** The background's way to wikis: their API with the person's own login, only where the browser grants it. */
import type { ApiCall } from '../../contract/page-panel.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import type { Incident } from '../../contract/incident.ts';
import { createWikiApi } from '../../wiki/api.ts';
import { sendIncident } from '../../wiki/incident.ts';
import { browser } from './browser.ts';

const isGranted = (wiki: string): Promise<boolean> => {
	const { protocol, hostname } = new URL(wiki);
	return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
};

/** Never a free address: a wiki's script path, and the browser must grant its host to the extension. */
export async function wikiApi(wiki: string, call: ApiCall, signal: AbortSignal): Promise<Outcome<unknown>> {
	if (!(await isGranted(wiki))) return failed('forbidden');
	return createWikiApi({ base: wiki, fetch: (url, init) => fetch(url, init), signal })(call);
}

export async function handOff(
	wiki: string,
	incident: Incident,
	signal: AbortSignal,
): Promise<Outcome<Record<string, never>>> {
	if (!(await isGranted(wiki))) return failed('forbidden');
	return sendIncident({ base: wiki, fetch: (url, init) => fetch(url, init), signal }, incident);
}
