/** The verb that counts what the own account and others did to one another lately: from the wiki alone, kept nowhere. */
import type { Handlers } from '../contract/port.ts';
import { done, failed } from '../contract/problem.ts';
import type { Ties } from '../contract/team.ts';
import type { TeamVerbs } from '../contract/team-verbs.ts';
import { samePerson } from '../domain/people/names.ts';
import { eventsOf } from '../engines/timeline/events.ts';
import { tieRange, tiesOf } from '../engines/timeline/ties.ts';
import { atMost } from '../wiki/at-most.ts';
import { readTimeline } from '../wiki/timeline.ts';
import { currentUser } from '../wiki/user.ts';
import type { KeeperServices } from './services.ts';
import { wikiOf } from './wiki.ts';

/** Calls at once: it is asked when a case is opened, beside all that the case itself needs. */
const atOnce = 2;
const nothing = { pages: new Set<string>(), namespaces: new Set<number>() };

export function tieVerbs(services: KeeperServices): Pick<Handlers<TeamVerbs>, 'ties'> {
	return {
		async ties({ wiki, users }) {
			const transport = atMost(wikiOf(services, wiki), atOnce, services.signal);
			const me = await currentUser(transport);
			if (!me.ok) return me;
			const own = me.value;
			if (own === null) return failed('not-signed-in');
			const to = services.now();
			const told: Ties = { people: [], partial: false };
			for (const user of users.filter((one) => !samePerson(one, own))) {
				const read = await readTimeline(transport, [own, user], { from: to - tieRange, to }, nothing);
				// Whoever has no account has no ties that the wiki knows of.
				if (!read.ok && read.problem === 'not-found') continue;
				if (!read.ok) return read;
				const { lacking, ...material } = read.value;
				const events = eventsOf({ ...material, users: [own, user], index: `${wiki}/index.php` });
				told.people.push({ user, counts: tiesOf(events) });
				// Whether somebody edited a page long before is not asked here.
				if (lacking.some((part) => part !== 'earlier-edits')) told.partial = true;
			}
			return done(told);
		},
	};
}
