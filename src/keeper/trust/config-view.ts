/** A wiki's configuration as this client trusts it: the page's word, but the origin only as pinned, aged or confirmed. */
import type { ConfigView } from '../../contract/keeper.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { originBefore, originSince, type ConfigHistory } from '../../domain/config/history.ts';
import { judgeOrigin, type OriginJudgement } from '../../domain/keys/origin.ts';
import { newPins } from '../../domain/keys/pins.ts';
import type { Vote } from '../../domain/keys/trust.ts';
import type { KeeperServices } from '../services.ts';
import { configHistory } from './history.ts';
import { judgePeople, seemsYoung } from './people.ts';

async function judgeNow(
	services: KeeperServices,
	wiki: string,
	history: ConfigHistory,
	votes: readonly Vote[],
): Promise<OriginJudgement | undefined> {
	const now = services.now();
	const view = {
		now: history.entries[0].config.backend.origin,
		since: originSince(history),
		before: originBefore(history, now),
	};
	let judgement: OriginJudgement | undefined;
	await services.vault.update('pins', wiki, (stored) => {
		const pins = stored ?? newPins(wiki, now);
		const last = pins.looked.origin === undefined ? null : Date.parse(pins.looked.origin);
		judgement = judgeOrigin(pins, view, votes, { now, last, young: seemsYoung(history, stored, now) });
		return judgement.pins;
	});
	return judgement;
}

/** Only somebody whose key counts by itself can vouch for another origin. */
async function originVotes(services: KeeperServices, wiki: string, history: ConfigHistory): Promise<Vote[]> {
	const look = await judgePeople(services, wiki, history);
	if (!look.ok) return [];
	const { judgement, votes } = look.value;
	return votes.filter(({ person, by }) =>
		judgement.trusted.some(
			(key) => key.person === person && key.key.id === by && key.onWordOf === null && key.trust !== 'first',
		),
	);
}

export async function viewConfig(
	services: KeeperServices,
	wiki: string,
	fresh = false,
): Promise<Outcome<{ view: ConfigView; history: ConfigHistory }>> {
	const read = await configHistory(services, wiki, fresh);
	if (!read.ok) return read;
	const history = read.value;
	let judged = await judgeNow(services, wiki, history, []);
	if (judged?.waiting) {
		const votes = await originVotes(services, wiki, history);
		if (votes.length > 0) judged = await judgeNow(services, wiki, history, votes);
	}
	if (!judged) return failed('storage-failed');
	const { origin, waiting } = judged;
	const until = waiting ? new Date(waiting.until).toISOString() : '';
	if (origin === null) return failed('config-waiting', [until]);
	const [{ config, revision }] = history.entries;
	const view: ConfigView = {
		config: config as ConfigView['config'],
		revision,
		origin,
		waitingOrigin: waiting ? { origin: waiting.origin, until } : null,
	};
	return done({ view, history });
}
