/** The verb that reads what a wiki's public records say of an account. */
import type { AccountVerbs } from '../contract/account.ts';
import type { Handlers } from '../contract/port.ts';
import { done } from '../contract/problem.ts';
import { readAccountFacts } from '../wiki/account-facts.ts';
import { readGlobalLock } from '../wiki/global-lock.ts';
import { atMost } from '../wiki/at-most.ts';
import type { KeeperServices } from './services.ts';
import { wikiOf } from './wiki.ts';

/** Calls at once: it is asked beside all that an open case needs. */
const atOnce = 3;

export function accountVerbsOf(services: KeeperServices): Handlers<AccountVerbs> {
	return {
		accountFacts: ({ wiki, user }) =>
			readAccountFacts(atMost(wikiOf(services, wiki), atOnce, services.signal), user, services.now()),
		async accountLocked({ wiki, user }) {
			const locked = await readGlobalLock(wikiOf(services, wiki), user);
			return locked.ok ? done({ locked: locked.value }) : locked;
		},
	};
}
