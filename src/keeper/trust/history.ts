/** The wiki's configuration with its last days, at most a minute old. */
import * as v from 'valibot';
import { WikiConfigSchema } from '../../contract/config.ts';
import { RevisionId } from '../../contract/primitives.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { ConfigHistory } from '../../domain/config/history.ts';
import { isOn, type SystemId, type WikiConfig } from '../../domain/config/model.ts';
import { readConfigHistory } from '../../wiki/config-history.ts';
import type { KeeperServices } from '../services.ts';
import { wikiOf } from '../wiki.ts';

/** A switch on the configuration page acts within this time. */
const freshMs = 60_000;

const Entry = v.object({ config: WikiConfigSchema, revision: RevisionId, at: v.number() });
const Stored = v.object({ entries: v.tupleWithRest([Entry], Entry), rewritten: v.boolean() });

export async function configHistory(
	services: KeeperServices,
	wiki: string,
	fresh = false,
): Promise<Outcome<ConfigHistory>> {
	const { vault, now } = services;
	const cached = await vault.get('cache', wiki);
	const age = cached ? now() - cached.at : Number.POSITIVE_INFINITY;
	if (cached && !fresh && age >= 0 && age < freshMs) {
		const stored = v.safeParse(Stored, cached.value);
		if (stored.success) return done(stored.output as ConfigHistory);
	}
	const read = await readConfigHistory(wikiOf(services, wiki), now());
	if (read.ok) await vault.put('cache', wiki, { at: now(), value: read.value });
	return read;
}

/** The configuration where a system is switched on; `switched-off` where it is not. */
export async function configOf(services: KeeperServices, wiki: string, system: SystemId): Promise<Outcome<WikiConfig>> {
	const history = await configHistory(services, wiki);
	if (!history.ok) return history;
	const { config } = history.value.entries[0];
	return isOn(config, system) ? done(config) : failed('switched-off');
}
