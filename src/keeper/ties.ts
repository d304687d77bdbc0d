/** The verb that counts what the own account and others did to one another lately: from the wiki alone, kept nowhere. */
import type { Handlers } from '../contract/port.ts';
import { done, failed } from '../contract/problem.ts';
import type { TeamVerbs } from '../contract/team-verbs.ts';
import { samePerson } from '../domain/people/names.ts';
import { tieRange, tiesOf } from '../engines/timeline/ties.ts';
import { atMost } from '../wiki/at-most.ts';
import { readTies } from '../wiki/ties.ts';
import { currentUser } from '../wiki/user.ts';
import type { KeeperServices } from './services.ts';
import { wikiOf } from './wiki.ts';

/** Calls at once: it is asked when a case is opened, beside all that the case itself needs. */
const atOnce = 2;

export function tieVerbs(services: KeeperServices): Pick<Handlers<TeamVerbs>, 'ties'> {
	return {
		async ties({ wiki, users }) {
			const transport = atMost(wikiOf(services, wiki), atOnce, services.signal);
			const me = await currentUser(transport);
			if (!me.ok) return me;
			const own = me.value;
			if (own === null) return failed('not-signed-in');
			const to = services.now();
			const others = users.filter((one) => !samePerson(one, own));
			const met = await readTies(transport, wiki, { own, users: others, range: { from: to - tieRange, to } });
			if (!met.ok) return met;
			return done({
				people: met.value.map(({ user, events }) => ({ user, counts: { ...tiesOf(events) } })),
				partial: met.value.some(({ partial }) => partial),
			});
		},
	};
}
