/** The verb that reads what the timeline of some accounts is drawn from. */
import type { Handlers } from '../contract/port.ts';
import { done } from '../contract/problem.ts';
import type { TimelineVerbs } from '../contract/timeline.ts';
import { atMost } from '../wiki/at-most.ts';
import { readTimeline } from '../wiki/timeline.ts';
import type { KeeperServices } from './services.ts';
import { wikiOf } from './wiki.ts';

/** So many calls at once. */
const calls = 8;
/** The panel leaves pages out by itself, without asking again. */
const nothing = { pages: new Set<string>(), namespaces: new Set<number>() };

export function timelineVerb(services: KeeperServices): Handlers<TimelineVerbs> {
	return {
		async timeline({ wiki, users, from, to }) {
			const range = { from: Date.parse(from), to: Date.parse(to) };
			const transport = atMost(wikiOf(services, wiki), calls, services.signal);
			const read = await readTimeline(transport, users, range, nothing);
			if (!read.ok) return read;
			const { edits, logs, digests, mentions, known, shares, lacking } = read.value;
			return done({
				edits: edits.map((edit) => ({ ...edit, tags: [...edit.tags] })),
				logs: [...logs],
				digests: [...digests],
				mentions: [...mentions],
				known: [...known].map(([user, pages]): [string, string[]] => [user, [...pages]]),
				shares: [...shares],
				lacking: [...lacking],
			});
		},
	};
}
