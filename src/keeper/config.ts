/** Verbs on what a wiki and a backend say of themselves: configuration, who is logged in, about. */
import type { KeeperVerbs } from '../contract/keeper.ts';
import type { Handlers } from '../contract/port.ts';
import { done, failed } from '../contract/problem.ts';
import { currentUser } from '../wiki/user.ts';
import { callBackend } from './backend/call.ts';
import type { KeeperServices } from './services.ts';
import { viewConfig } from './trust/config-view.ts';
import { wikiOf } from './wiki.ts';

export function configVerbs(services: KeeperServices): Pick<Handlers<KeeperVerbs>, 'config' | 'wikiUser' | 'about'> {
	return {
		async config({ wiki, fresh }) {
			const seen = await viewConfig(services, wiki, fresh);
			return seen.ok ? done(seen.value.view) : seen;
		},
		async wikiUser({ wiki }) {
			const user = await currentUser(wikiOf(services, wiki));
			return user.ok ? done({ user: user.value }) : user;
		},
		async about({ origin }) {
			const about = await callBackend(services, origin, 'about', {});
			// Somebody else's answer, passed on by a proxy or a mistaken set-up.
			return about.ok && about.value.origin !== origin ? failed('wrong-origin') : about;
		},
	};
}
