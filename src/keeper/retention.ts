/** The verb that asks the wiki which revisions it has suppressed. */
import type { Handlers } from '../contract/port.ts';
import { done } from '../contract/problem.ts';
import type { RetentionVerbs } from '../contract/retention.ts';
import { readSuppressed } from '../wiki/suppressed.ts';
import type { KeeperServices } from './services.ts';
import { wikiOf } from './wiki.ts';

export function retentionHandlers(services: KeeperServices): Handlers<RetentionVerbs> {
	return {
		async suppressed({ wiki, revisions }) {
			const found = await readSuppressed(wikiOf(services, wiki), revisions);
			return found.ok ? done({ revisions: found.value }) : found;
		},
	};
}
