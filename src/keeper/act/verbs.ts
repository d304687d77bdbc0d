/** Verbs with which a handler acts on the wiki: as the person who is logged in there, with their rights and no others. */
import type { ActVerbs } from '../../contract/act.ts';
import type { Handlers } from '../../contract/port.ts';
import { done } from '../../contract/problem.ts';
import { actOn } from '../../wiki/act/act.ts';
import { readActFacts } from '../../wiki/act/facts.ts';
import { previewNotice } from '../../wiki/act/notice.ts';
import { readState } from '../../wiki/act/state.ts';
import type { KeeperServices } from '../services.ts';
import { viewConfig } from '../trust/config-view.ts';
import { wikiOf } from '../wiki.ts';

export function actingVerbs(services: KeeperServices): Handlers<ActVerbs> {
	return {
		async actFacts({ wiki, language }) {
			const [facts, config] = await Promise.all([
				readActFacts(wikiOf(services, wiki), language),
				viewConfig(services, wiki),
			]);
			if (!facts.ok) return facts;
			return done({ ...facts.value, notices: config.ok ? (config.value.view.config.notices ?? []) : [] });
		},
		actState: ({ wiki, act }) => readState(wikiOf(services, wiki), act),
		act: ({ wiki, act, seen }) => actOn(wikiOf(services, wiki), act, seen),
		previewNotice: ({ wiki, user, text }) => previewNotice(wikiOf(services, wiki), user, text),
	};
}
