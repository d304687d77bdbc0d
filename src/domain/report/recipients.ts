/** Who receives a report: the route's first target with two people eligible, and the recovery key. */
import { listedSince, removedFrom, wasListedBefore, type ConfigHistory } from '../config/history.ts';
import { staffPrefix } from '../config/model.ts';
import { newcomerWaitMs } from '../keys/model.ts';
import type { Judgement, Trusted } from '../keys/trust.ts';
import { canonicalName } from '../people/names.ts';
import { isPair, peopleIn } from '../people/pair.ts';
import type { RouteId } from './kinds.ts';

export interface Chosen {
	readonly name: string;
	/** Id of the team, or `staff:ROLE`. */
	readonly team: string;
	readonly trusted: Trusted;
}
export interface LeftOut {
	readonly name: string;
	readonly reason: 'named' | 'excluded' | 'decided' | 'own-report' | 'no-key' | 'waiting' | 'removed';
	/** For `waiting`: until when, in milliseconds. */
	readonly until?: number;
}

/** A target that did not get it, for fewer than two of its people may see it. */
export interface PassedOver {
	/** Id of the team, or `staff:ROLE`. */
	readonly team: string;
	readonly eligible: number;
}

/** Nobody decides alone what nobody else has seen. */
const fewest = 2;

export interface Question {
	readonly history: ConfigHistory;
	readonly route: RouteId;
	/** Everybody the report names, in any spelling. */
	readonly named: readonly string[];
	/** Who must not see it although it does not name them. */
	readonly excluded?: readonly string[];
	/** Who decided it before, as `Trusted.person`: an appeal goes to others. */
	readonly decided?: readonly string[];
	/** Account that the wiki knows the reporter by; null for nobody. */
	readonly reporter: string | null;
	/** Keys of the wiki's people, and of the backend's staff under `staff:ROLE/NAME`. */
	readonly keys: Pick<Judgement, 'trusted' | 'waiting'>;
	readonly now: number;
	/** The whole set-up is younger than the wait. */
	readonly young: boolean;
}

export const recoveryTarget = `${staffPrefix}recovery`;

/** `staff:ROLE/NAME` → role target and name. */
export function staffPerson(target: string, name: string): string {
	return `${target}/${name}`;
}

/** The people of one target: names as shown, and the id their key is judged under. */
function membersOf(question: Question, target: string): { name: string; person: string }[] {
	if (!target.startsWith(staffPrefix)) {
		const members = new Set((question.history.entries[0].config.teams[target]?.members ?? []).map(canonicalName));
		return [...members].map((name) => ({ name, person: name }));
	}
	const prefix = `${target}/`;
	return [...question.keys.trusted, ...question.keys.waiting]
		.filter(({ person }) => person.startsWith(prefix))
		.map(({ person }) => ({ name: person.slice(prefix.length), person }));
}

/**
 * Until when somebody with a good key has to wait for this route: whoever this client or the wiki's lists knew before cannot
 * be moved to another route, or come back, at once, for the preview would show a familiar name.
 */
function routeWait(question: Question, { person, trust, onWordOf }: Trusted): number | null {
	const { history, route, now, young } = question;
	if (young || person.startsWith(staffPrefix)) return null;
	const onList = listedSince(history, person);
	const onRoute = listedSince(history, person, route);
	const pinned = trust === 'pinned' && onWordOf === null;
	const known = pinned || onList < onRoute || wasListedBefore(history, person, onList);
	const until = onRoute + newcomerWaitMs;
	return known && now < until ? until : null;
}

/** Finds the people of a target who may see this report; whoever may not is written to `leftOut`. */
function eligibility(question: Question, leftOut: LeftOut[]): (target: string) => Chosen[] {
	const { keys } = question;
	const named = new Set(question.named.map(canonicalName));
	const excluded = new Set((question.excluded ?? []).map(canonicalName));
	const reporter = question.reporter === null ? null : canonicalName(question.reporter);
	return (target) =>
		membersOf(question, target).flatMap(({ name, person }) => {
			const out = (reason: LeftOut['reason'], until?: number): [] => {
				leftOut.push(until === undefined ? { name, reason } : { name, reason, until });
				return [];
			};
			// A key that two hold is left out where one of them must be.
			const people = peopleIn(name).map(canonicalName);
			if (people.some((one) => named.has(one))) return out('named');
			if (people.some((one) => excluded.has(one))) return out('excluded');
			if (reporter !== null && people.includes(reporter)) return out('own-report');
			if (question.decided?.includes(person)) return out('decided');
			const trusted = keys.trusted.find((key) => key.person === person);
			if (!trusted) {
				const waiting = keys.waiting.find((key) => key.person === person);
				return waiting ? out('waiting', waiting.until) : out('no-key');
			}
			const { onWordOf } = trusted;
			if (onWordOf && onWordOf.people.every((voter) => named.has(voter))) return out('waiting', onWordOf.until);
			const wait = routeWait(question, trusted);
			return wait === null ? [{ name, team: target, trusted }] : out('waiting', wait);
		});
}

/** One grant a key: somebody who is recovery and staff at once gets one. */
function once(recipients: readonly Chosen[]): Chosen[] {
	const ids = new Set<string>();
	return recipients.filter(({ trusted }) => !ids.has(trusted.key.id) && ids.add(trusted.key.id));
}

/**
 * Chooses the recipients. Nobody named in the report or excluded from it receives it, nor does its reporter; child safety
 * goes to staff whatever the configuration says; a key that counts on somebody's word alone does not count where that
 * somebody is named. Where no target has two people who may see it, all who may receive it.
 */
export function chooseRecipients(question: Question): {
	recipients: Chosen[];
	leftOut: LeftOut[];
	passedOver: PassedOver[];
} {
	const { history, route } = question;
	const leftOut: LeftOut[] = [];
	const eligible = eligibility(question, leftOut);
	const targets = (history.entries[0].config.routes[route] ?? []).filter(
		(target) => route !== 'child-safety' || target.startsWith(staffPrefix),
	);
	const small: { target: string; people: Chosen[] }[] = [];
	let recipients: Chosen[] = [];
	for (const target of targets) {
		const people = once(eligible(target));
		if (people.length >= fewest) {
			recipients = people;
			break;
		}
		small.push({ target, people });
	}
	const enough = recipients.length > 0;
	if (!enough) recipients = small.flatMap(({ people }) => people);
	const passedOver = small
		.filter(({ people }) => enough || people.length === 0)
		.map(({ target, people }) => ({ team: target, eligible: people.length }));
	// Without anybody to read it soon there is nothing to recover.
	if (recipients.length > 0) recipients.push(...eligible(recoveryTarget));
	if (route !== 'child-safety') {
		leftOut.push(...removedFrom(history, route).map((name): LeftOut => ({ name, reason: 'removed' })));
	}
	return { recipients: once(recipients), leftOut, passedOver: recipients.length > 0 ? passedOver : [] };
}

export const custodianTarget = `${staffPrefix}custodian`;

/**
 * Who keeps a share of a pseudonymous reporter's name: the custodians and, where fewer than two of them may, the recovery
 * staff with them. Fewer than two in all: nobody, for one alone could open it.
 */
export function chooseCustodians(question: Question): { recipients: Chosen[]; leftOut: LeftOut[] } {
	const leftOut: LeftOut[] = [];
	const eligible = eligibility(question, leftOut);
	const custodians = once(eligible(custodianTarget));
	const recovery = custodians.length >= fewest ? [] : eligible(recoveryTarget).filter(({ name }) => !isPair(name));
	const all = [...custodians, ...recovery];
	// The same person in two roles would have two shares in one hand.
	const people = new Set<string>();
	const recipients = once(all).filter(
		({ name }) => !people.has(canonicalName(name)) && people.add(canonicalName(name)),
	);
	return { recipients: recipients.length >= fewest ? recipients : [], leftOut };
}
