/** The panel's way to the wiki: one call of its API from the page, names in the body and never in an address. */
import type { PageVerbs } from '../../contract/page-panel.ts';
import type { Handlers } from '../../contract/port.ts';
import { done, failed } from '../../contract/problem.ts';
import { createWikiApi } from '../../wiki/api.ts';
import { sharedFiles } from '../shared-files.ts';
import { sendIncident } from '../../wiki/incident.ts';
import type { WikiTransport } from '../../wiki/transport.ts';

/** What a panel may not choose: it would let the answer leave this page otherwise. */
const forbidden = ['callback', 'origin', 'crossorigin'];

const base = (): string => location.origin + mw.config.get('wgScriptPath');

/** The page's own way to the wiki. */
export const wikiTransport = (signal: AbortSignal): WikiTransport =>
	createWikiApi({ base: base(), fetch: (url, init) => fetch(url, init), signal });

export function wikiApi(signal: AbortSignal): Handlers<PageVerbs>['api'] {
	const ask = wikiTransport(signal);
	return (call) =>
		Object.keys(call.params).some((name) => forbidden.includes(name.toLowerCase())) ? failed('bad-input') : ask(call);
}

/** The panel's way to the wiki's Extension:ReportIncident. */
export const handOff =
	(signal: AbortSignal): Handlers<PageVerbs>['handOff'] =>
	(incident) =>
		sendIncident({ base: base(), fetch: (url, init) => fetch(url, init), signal }, incident);

/** The panel's way to other wikis whose files this one uses. */
export const otherFiles =
	(signal: AbortSignal): Handlers<PageVerbs>['sharedFiles'] =>
	async ({ base, sha1 }) => {
		const found = await sharedFiles(base, sha1, signal);
		return found.ok ? done([...found.value]) : found;
	};
