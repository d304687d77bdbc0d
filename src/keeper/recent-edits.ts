/** The verb that lists somebody's newest edits, so that evidence can be picked from them. */
import type { Handlers } from '../contract/port.ts';
import type { ReporterVerbs } from '../contract/reporter-verbs.ts';
import { readRecentEdits } from '../wiki/recent-edits.ts';
import type { KeeperServices } from './services.ts';
import { wikiOf } from './wiki.ts';

export function recentEditVerbs(services: KeeperServices): Pick<Handlers<ReporterVerbs>, 'recentEdits'> {
	return {
		recentEdits: ({ wiki, user, after }) => readRecentEdits(wikiOf(services, wiki), user, after),
	};
}
