/** Verbs on standing: tokens in advance, how the own account stands, and the backend's word on who it is. */
import type { Handlers, ReplyOf } from '../../contract/port.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import type { ReporterVerbs } from '../../contract/reporter-verbs.ts';
import type { KeeperServices } from '../services.ts';
import { callSignedIn } from '../session/call.ts';
import { storedSession } from '../session/stored.ts';
import { fetchTokens, keptTokens } from './tokens.ts';

/** Fewer than these are filled up to the other. */
const few = 4;
const many = 10;

type Answer = Outcome<ReplyOf<ReporterVerbs, 'standing'>>;

/** How the account signed in at a wiki stands; where its tokens are few, more are fetched. */
export async function standingOf(services: KeeperServices, wiki: string): Promise<Answer> {
	const session = await storedSession(services, wiki);
	if (!session) {
		const kept = (await services.vault.all('tokens')).filter(({ value }) => value.wiki === wiki);
		return done({ tokens: kept.length, account: null });
	}
	const { origin } = session;
	const had = (await keptTokens(services, origin, wiki)).length;
	const account = await callSignedIn(services, wiki, 'ownStanding', {});
	if (!account.ok) return account.problem === 'session-expired' ? done({ tokens: had, account: null }) : account;
	const wanted = had < few ? Math.min(many - had, account.value.left) : 0;
	if (wanted === 0) return done({ tokens: had, account: account.value });
	const fetched = await fetchTokens(services, origin, wiki, wanted);
	if (!fetched.ok) return fetched;
	const left = account.value.left - fetched.value;
	return done({ tokens: had + fetched.value, account: { ...account.value, left } });
}

export function standingVerbs(services: KeeperServices): Pick<Handlers<ReporterVerbs>, 'standing' | 'attest'> {
	return {
		standing: ({ wiki }) => standingOf(services, wiki),
		attest: ({ wiki, commitment }) => callSignedIn(services, wiki, 'attest', { body: { commitment } }),
	};
}
