/** The keeper's way to one wiki, and what each verb is given. */
import { failed } from '../contract/problem.ts';
import type { WikiTransport } from '../wiki/transport.ts';
import type { KeeperServices } from './services.ts';

/** The wiki's API as the person who is logged in there. */
export function wikiOf({ wikiApi, signal }: KeeperServices, wiki: string): WikiTransport {
	return async (call) => (signal.aborted ? failed('cancelled') : wikiApi(wiki, call, signal));
}
