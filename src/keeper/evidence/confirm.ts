/** The verb that reads a clicked thing again from the wiki: what of it can be confirmed. */
import type { KeeperVerbs } from '../../contract/keeper.ts';
import type { Handlers } from '../../contract/port.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import type { Evidence } from '../../contract/evidence.ts';
import type { Target } from '../../contract/target.ts';
import type { KeeperServices } from '../services.ts';
import { wikiOf } from '../wiki.ts';
import { accountEvidence, emailEvidence } from './account.ts';
import { logEvidence } from './log-entry.ts';
import { passageEvidence } from './passage.ts';
import { pageEvidence, revisionEvidence } from './revision.ts';
import { createTexts, type Texts } from './texts.ts';

const readers: Record<Target['type'], (texts: Texts, target: Target) => Promise<Outcome<Evidence>>> = {
	comment: passageEvidence,
	selection: passageEvidence,
	revision: revisionEvidence,
	page: (texts, target) => (target.quote === undefined ? pageEvidence : passageEvidence)(texts, target),
	file: pageEvidence,
	user: accountEvidence,
	log: logEvidence,
	email: async (_, target) => done(emailEvidence(target)),
};

export function evidenceVerbs(services: KeeperServices): Pick<Handlers<KeeperVerbs>, 'confirm'> {
	return {
		confirm: ({ target }) => readers[target.type](createTexts(wikiOf(services, target.wiki)), target),
	};
}
