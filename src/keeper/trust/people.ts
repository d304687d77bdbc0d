/** One look at the keys of everybody whom a wiki's configuration lists, with the pins brought up to date. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { isYoung, listed, listedSince, type ConfigHistory } from '../../domain/config/history.ts';
import { keySubject, newcomerWaitMs, originSubject } from '../../domain/keys/model.ts';
import { newPins, type Pins } from '../../domain/keys/pins.ts';
import { judge, type Judgement, type Vote } from '../../domain/keys/trust.ts';
import type { KeeperServices } from '../services.ts';
import { wikiOf } from '../wiki.ts';
import { readRoster } from './roster.ts';
import { genuineVotes } from './votes.ts';

export interface PeopleLook {
	readonly judgement: Judgement;
	/** Genuine confirmations, those about the origin too. */
	readonly votes: readonly Vote[];
	readonly young: boolean;
}

/** Nobody who knows this wiki for longer than the wait takes it for new, whatever its page looks like. */
export function seemsYoung(history: ConfigHistory, pins: Pins | undefined, now: number): boolean {
	return isYoung(history, now) && (!pins || Date.parse(pins.firstSeen) > now - newcomerWaitMs);
}

export async function judgePeople(
	services: KeeperServices,
	wiki: string,
	history: ConfigHistory,
): Promise<Outcome<PeopleLook>> {
	const { vault } = services;
	const old = await vault.get('pins', wiki);
	const { config } = history.entries[0];
	const roster = await readRoster(wikiOf(services, wiki), [...listed(config)], old);
	if (!roster.ok) return roster;
	const published = roster.value;
	const subjects = published.map(({ person, key }) => keySubject(person, key));
	const votes = await genuineVotes(published, new Set([...subjects, originSubject(wiki, config.backend.origin)]), old);
	const now = services.now();
	const candidates = published.map(({ person, key, at }) => ({
		person,
		key,
		since: Math.max(at, listedSince(history, person)),
	}));
	// Somebody published a key before this page began: then the page is not the wiki's first.
	const older = published.some(({ at }) => at > 0 && at <= now - newcomerWaitMs);
	const young = seemsYoung(history, old, now) && !older;
	let judgement: Judgement | undefined;
	await vault.update('pins', wiki, (stored) => {
		const pins = stored ?? newPins(wiki, now);
		const last = pins.looked.keys === undefined ? null : Date.parse(pins.looked.keys);
		judgement = judge(pins, candidates, votes, { now, last, young });
		return judgement.pins;
	});
	return judgement ? done({ judgement, votes, young }) : failed('storage-failed');
}
