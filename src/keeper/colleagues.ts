/** Verb of who else handles reports of a wiki: names, teams, and the keys that this client trusts. */
import type { Colleagues, HandlerVerbs } from '../contract/handler-verbs.ts';
import type { Handlers } from '../contract/port.ts';
import { done } from '../contract/problem.ts';
import { staffPrefix, type WikiConfig } from '../domain/config/model.ts';
import type { Pins } from '../domain/keys/pins.ts';
import type { Trusted } from '../domain/keys/trust.ts';
import { canonicalName } from '../domain/people/names.ts';
import type { KeeperServices } from './services.ts';
import { viewConfig } from './trust/config-view.ts';
import { judgePeople } from './trust/people.ts';
import { judgeStaff } from './trust/staff.ts';

/** `staff:ROLE/NAME`, or a canonical user name. */
function partsOf(person: string): { readonly name: string; readonly role: string | null } {
	const slash = person.indexOf('/');
	return person.startsWith(staffPrefix) && slash > 0
		? { name: person.slice(slash + 1), role: person.slice(0, slash) }
		: { name: person, role: null };
}

const teamOf = (person: string, { teams }: Pick<WikiConfig, 'teams'>): string =>
	Object.values(teams).find(({ members }) => members.some((one) => canonicalName(one) === person))?.name ?? '';

function formerOf({ person, key }: Trusted, all: readonly Pins[]): string[] {
	const known = all.flatMap(({ keys }) => [...(keys[person]?.pinned ?? []), ...Object.keys(keys[person]?.seen ?? {})]);
	return [...new Set(known)].filter((id) => id !== key.id);
}

export function colleagueVerbs(services: KeeperServices): Pick<Handlers<HandlerVerbs>, 'colleagues'> {
	return {
		async colleagues({ wiki }) {
			const seen = await viewConfig(services, wiki);
			if (!seen.ok) return seen;
			const { view, history } = seen.value;
			const people = await judgePeople(services, wiki, history);
			if (!people.ok) return people;
			const staff = await judgeStaff(services, view.origin);
			if (!staff.ok) return staff;
			const pins = [people.value.judgement.pins, staff.value.pins];
			const trusted = [...people.value.judgement.trusted, ...staff.value.trusted];
			const signers: Colleagues['signers'] = {};
			for (const { signers: all } of pins) {
				for (const [id, { user, sign }] of Object.entries(all)) signers[id] = { name: partsOf(user).name, sign };
			}
			return done({
				people: trusted.map((one) => {
					const { name, role } = partsOf(one.person);
					return { name, team: role ?? teamOf(name, view.config), key: one.key, former: formerOf(one, pins) };
				}),
				signers,
				service: staff.value.pins.receipts,
			});
		},
	};
}
