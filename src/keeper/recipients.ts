/** Verbs on who receives a report: the recipients of a route, custodians of a name, and the keys that still wait. */
import type { AllVerbs } from '../contract/all-verbs.ts';
import { asModel } from '../contract/config.ts';
import type { KeeperVerbs, Recipients } from '../contract/keeper.ts';
import type { ArgsOf, Handlers } from '../contract/port.ts';
import { done, failed, type Outcome } from '../contract/problem.ts';
import { isOn, staffPrefix, type WikiConfig } from '../domain/config/model.ts';
import { keySubject, originSubject } from '../domain/keys/model.ts';
import type { Judgement } from '../domain/keys/trust.ts';
import {
	chooseCustodians,
	chooseRecipients,
	type Chosen,
	type LeftOut,
	type Question,
} from '../domain/report/recipients.ts';
import { currentUser } from '../wiki/user.ts';
import type { KeeperServices } from './services.ts';
import { viewConfig } from './trust/config-view.ts';
import { judgePeople } from './trust/people.ts';
import { judgeStaff } from './trust/staff.ts';
import { wikiOf } from './wiki.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** Whose keys these are, now or as pinned before: whoever changed their key since is the same person. */
function peopleOf(judgements: readonly Judgement[], keys: readonly string[]): string[] {
	return judgements.flatMap(({ trusted, pins }) => [
		...trusted.filter(({ key }) => keys.includes(key.id)).map(({ person }) => person),
		...Object.entries(pins.keys).flatMap(([person, { pinned, seen }]) =>
			[...pinned, ...Object.keys(seen)].some((id) => keys.includes(id)) ? [person] : [],
		),
	]);
}

/** Everything the choice rests on, as this client trusts it. */
async function questionOf(
	services: KeeperServices,
	{ wiki, route, named, excluded, decidedBy }: ArgsOf<KeeperVerbs, 'recipients'>,
): Promise<Outcome<{ question: Question; config: WikiConfig; revision: number; used: Set<string> }>> {
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
	const judgements = [people.value.judgement, staff.value];
	const question: Question = {
		history,
		route,
		named,
		excluded,
		decided: peopleOf(judgements, decidedBy),
		reporter: reporter.value,
		keys: {
			trusted: judgements.flatMap(({ trusted }) => trusted),
			waiting: judgements.flatMap(({ waiting }) => waiting),
		},
		now: services.now(),
		young: people.value.young,
	};
	const used = new Set(judgements.flatMap(({ pins }) => pins.used));
	return done({ question, config: asModel(view.config), revision: view.revision, used });
}

const teamName = (config: WikiConfig, team: string): string =>
	team.startsWith(staffPrefix) ? team : (config.teams[team]?.name ?? team);

function listOf(
	{ recipients, leftOut }: { recipients: readonly Chosen[]; leftOut: readonly LeftOut[] },
	{ config, revision, used }: { config: WikiConfig; revision: number; used: ReadonlySet<string> },
): Omit<Recipients, 'passedOver'> {
	return {
		recipients: recipients.map(({ name, team, trusted: { key, trust } }) => ({
			name,
			team: teamName(config, team),
			key: { id: key.id, age: key.age },
			trust,
			fresh: !used.has(key.id),
		})),
		leftOut: leftOut.map(({ name, reason, until }) => ({
			name,
			reason,
			...(until === undefined ? {} : { until: iso(until) }),
		})),
		configRevision: revision,
	};
}

export function recipientVerbs(
	services: KeeperServices,
): Pick<Handlers<AllVerbs>, 'recipients' | 'custodians' | 'waiting'> {
	return {
		async recipients(args) {
			const asked = await questionOf(services, args);
			if (!asked.ok) return asked;
			const chosen = chooseRecipients(asked.value.question);
			if (chosen.recipients.length === 0) return failed('no-recipients');
			const passedOver = chosen.passedOver.map(({ team, eligible }) => ({
				team: teamName(asked.value.config, team),
				eligible,
			}));
			return done({ ...listOf(chosen, asked.value), passedOver });
		},
		async custodians({ wiki, named, all }) {
			const asked = await questionOf(services, { wiki, route: 'conduct', named, excluded: [], decidedBy: [] });
			if (!asked.ok) return asked;
			const chosen = chooseCustodians({ ...asked.value.question, ...(all ? { reporter: null } : {}) });
			if (chosen.recipients.length === 0) return failed('no-recipients');
			return done({ ...listOf(chosen, asked.value), passedOver: [] });
		},
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
