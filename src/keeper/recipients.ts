/** Verbs on who receives a report: the recipients of a route, and the keys that still wait. */
import type { KeeperVerbs, Recipients } from '../contract/keeper.ts';
import type { ArgsOf, Handlers } from '../contract/port.ts';
import { done, failed, type Outcome } from '../contract/problem.ts';
import { isOn, staffPrefix } from '../domain/config/model.ts';
import { keySubject, originSubject } from '../domain/keys/model.ts';
import { chooseRecipients, type Chosen, type LeftOut } from '../domain/report/recipients.ts';
import { currentUser } from '../wiki/user.ts';
import type { KeeperServices } from './services.ts';
import { viewConfig } from './trust/config-view.ts';
import { judgePeople } from './trust/people.ts';
import { judgeStaff } from './trust/staff.ts';
import { wikiOf } from './wiki.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

async function recipientsFor(
	services: KeeperServices,
	{ wiki, route, named }: ArgsOf<KeeperVerbs, 'recipients'>,
): Promise<Outcome<Recipients>> {
	const seen = await viewConfig(services, wiki);
	if (!seen.ok) return seen;
	const { view, history } = seen.value;
	if (!isOn(view.config, 'report')) return failed('switched-off');
	const [reporter, people, staff] = await Promise.all([
		currentUser(wikiOf(services, wiki)),
		judgePeople(services, wiki, history),
		judgeStaff(services, view.origin),
	]);
	if (!reporter.ok) return reporter;
	if (!people.ok) return people;
	if (!staff.ok) return staff;
	const { recipients, leftOut } = chooseRecipients({
		history,
		route,
		named,
		reporter: reporter.value,
		keys: {
			trusted: [...people.value.judgement.trusted, ...staff.value.trusted],
			waiting: [...people.value.judgement.waiting, ...staff.value.waiting],
		},
		now: services.now(),
		young: people.value.young,
	});
	if (recipients.length === 0) return failed('no-recipients');
	const used = new Set([...people.value.judgement.pins.used, ...staff.value.pins.used]);
	const teamName = (team: string): string =>
		team.startsWith(staffPrefix) ? team : (view.config.teams[team]?.name ?? team);
	return done({
		recipients: recipients.map(({ name, team, trusted: { key, trust } }: Chosen) => ({
			name,
			team: teamName(team),
			key: { id: key.id, age: key.age },
			trust,
			fresh: !used.has(key.id),
		})),
		leftOut: leftOut.map(({ name, reason, until }: LeftOut) => ({
			name,
			reason,
			...(until === undefined ? {} : { until: iso(until) }),
		})),
		configRevision: view.revision,
	});
}

export function recipientVerbs(services: KeeperServices): Pick<Handlers<KeeperVerbs>, 'recipients' | 'waiting'> {
	return {
		recipients: (args) => recipientsFor(services, args),
		async waiting({ wiki }) {
			const seen = await viewConfig(services, wiki);
			if (!seen.ok) return seen;
			const { view, history } = seen.value;
			const people = await judgePeople(services, wiki, history);
			if (!people.ok) return people;
			const pins = await services.vault.get('pins', wiki);
			const origin = view.waitingOrigin;
			return done([
				...(origin
					? [
							{
								subject: originSubject(wiki, origin.origin),
								name: origin.origin,
								since: pins?.seenOrigin?.since ?? iso(services.now()),
								until: origin.until,
							},
						]
					: []),
				...people.value.judgement.waiting.map(({ person, key, since, until }) => ({
					subject: keySubject(person, key),
					name: person,
					since: iso(since),
					until: iso(until),
				})),
			]);
		},
	};
}
