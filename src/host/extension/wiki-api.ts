/** The background's way to wikis: their API with the person's own login, only where the browser grants it. */
import type { ApiCall } from '../../contract/page-panel.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import { createWikiApi } from '../../wiki/api.ts';
import { browser } from './browser.ts';

/** Never a free address: a wiki's script path, and the browser must grant its host to the extension. */
export async function wikiApi(wiki: string, call: ApiCall, signal: AbortSignal): Promise<Outcome<unknown>> {
	const { protocol, hostname } = new URL(wiki);
	if (!(await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] }))) return failed('forbidden');
	return createWikiApi({ base: wiki, fetch: (url, init) => fetch(url, init), signal })(call);
}
