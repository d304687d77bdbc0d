/** Puts the keeper together: every verb of the contract over the services a host gives. */
import { allVerbs, type AllVerbs } from '../contract/all-verbs.ts';
import type { Handlers } from '../contract/port.ts';
import type { Outcome } from '../contract/problem.ts';
import { actingVerbs } from './act/verbs.ts';
import { accountVerbsOf } from './account-facts.ts';
import { caseVerbs } from './cases.ts';
import { colleagueVerbs } from './colleagues.ts';
import { configVerbs } from './config.ts';
import { emergencyVerbs } from './emergency.ts';
import { evidenceVerbs } from './evidence/confirm.ts';
import { hearingHandlers } from './hearing.ts';
import { outboxVerbs } from './outbox/flush.ts';
import { followVerbs } from './follow.ts';
import { ownKeyVerbs } from './own-key.ts';
import { readingVerbs } from './reading.ts';
import { recentEditVerbs } from './recent-edits.ts';
import { recipientVerbs } from './recipients.ts';
import type { KeeperServices } from './services.ts';
import { reviewVerbs } from './review.ts';
import { retentionHandlers } from './retention.ts';
import { sessionVerbs } from './session/sessions.ts';
import { standingVerbs } from './standing/verbs.ts';
import { uploadVerbs } from './upload.ts';
import { timelineVerb } from './timeline.ts';
import { guardVault, orStorageFailed } from './storage.ts';
import { teamHandlers } from './team.ts';

/** Holds nothing between two calls: whatever must survive is in the vault, for the background may be killed at any second. */
export function createKeeper(given: KeeperServices): Handlers<AllVerbs> {
	const services: KeeperServices = { ...given, vault: guardVault(given.vault) };
	const handlers: Handlers<AllVerbs> = {
		...configVerbs(services),
		...recipientVerbs(services),
		...emergencyVerbs(services),
		...evidenceVerbs(services),
		...readingVerbs(services),
		...recentEditVerbs(services),
		...outboxVerbs(services),
		...sessionVerbs(services),
		...caseVerbs(services),
		...accountVerbsOf(services),
		...colleagueVerbs(services),
		...followVerbs(services),
		...standingVerbs(services),
		...ownKeyVerbs(services),
		...retentionHandlers(services),
		...uploadVerbs(services),
		...reviewVerbs(services),
		...actingVerbs(services),
		...timelineVerb(services),
		...hearingHandlers(services),
		...teamHandlers(services),
	};
	const guarded = Object.keys(allVerbs).map((verb) => {
		const handler = handlers[verb as keyof AllVerbs] as (args: unknown) => Promise<Outcome<unknown>>;
		return [verb, (args: unknown) => orStorageFailed(() => handler(args))];
	});
	return Object.fromEntries(guarded) as Handlers<AllVerbs>;
}
