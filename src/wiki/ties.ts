/** Reads what an account and some others did to one another: less than the whole timeline, for it is asked beside other work. */
import { done, type Outcome } from '../contract/problem.ts';
import type { TimelineEvent } from '../engines/timeline/event.ts';
import { eventsOf } from '../engines/timeline/events.ts';
import { digestsNeeded } from '../engines/timeline/revert.ts';
import { sharedEdits } from '../engines/timeline/shared-pages.ts';
import { readContributions, type Range } from './contributions.ts';
import { readDigests } from './digests.ts';
import { readPersonLog } from './person-log.ts';
import { readMentions } from './text-mentions.ts';
import type { WikiTransport } from './transport.ts';

/** Texts whose digests tell reverts without a tag. */
const most = 50;

export interface Met {
	readonly user: string;
	readonly events: readonly TimelineEvent[];
	/** Not everything could be read. */
	readonly partial: boolean;
}

async function readOne(transport: WikiTransport, user: string, range: Range) {
	const [edits, log] = await Promise.all([
		readContributions(transport, user, range),
		readPersonLog(transport, user, range),
	]);
	return edits.ok ? done({ ...edits.value, log: log.ok ? log.value : null }) : edits;
}

/**
 * Two calls for each account; for those who edited the same pages one more, and one for each of their last sixteen edits of
 * discussions there. `base`: the wiki's script path.
 */
export async function readTies(
	transport: WikiTransport,
	base: string,
	{ own, users, range }: { readonly own: string; readonly users: readonly string[]; readonly range: Range },
): Promise<Outcome<Met[]>> {
	if (users.length === 0) return done([]);
	const mine = await readOne(transport, own, range);
	if (!mine.ok) return mine;
	const met: Met[] = [];
	for (const user of users) {
		const theirs = await readOne(transport, user, range);
		if (!theirs.ok) return theirs;
		const pair = [own, user];
		const edits = [...mine.value.edits, ...theirs.value.edits];
		const shared = [...sharedEdits(edits).values()];
		const wanted = digestsNeeded(shared);
		const [digests, mentions] = await Promise.all([
			readDigests(transport, wanted.slice(-most)),
			readMentions(transport, pair, shared.flat()),
		]);
		const logs = [...(mine.value.log ?? []), ...(theirs.value.log ?? [])].filter(
			({ actor, target }) => actor !== target && pair.includes(actor),
		);
		const events = eventsOf({
			users: pair,
			edits,
			logs,
			digests: digests.ok ? digests.value : new Map(),
			mentions: mentions.found,
			index: `${base}/index.php`,
		});
		const whole = mine.value.log && theirs.value.log && digests.ok && mentions.complete && wanted.length <= most;
		met.push({ user, events, partial: !whole || mine.value.more || theirs.value.more });
	}
	return done(met);
}
