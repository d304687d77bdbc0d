/** Reads from a wiki all that the timeline of some accounts needs. */
import { done, type Outcome } from '../contract/problem.ts';
import type { Contribution } from '../engines/timeline/contribution.ts';
import type { LogEntry, Mention } from '../engines/timeline/event.ts';
import { measureFollowing } from '../engines/timeline/hounding/measure.ts';
import { digestsNeeded, type Digests } from '../engines/timeline/revert.ts';
import { isHidden, sharedEdits, type Hidden } from '../engines/timeline/shared-pages.ts';
import { checkAccounts } from './accounts.ts';
import { allOf } from './ask-on.ts';
import { readContributions, readEarlierPages, type Range } from './contributions.ts';
import { readDigests } from './digests.ts';
import { hasEditedBefore } from './earlier-edit.ts';
import { readEditShares } from './edit-share.ts';
import { readPersonLog } from './person-log.ts';
import { readMentions } from './text-mentions.ts';
import type { WikiTransport } from './transport.ts';

/** What could not be read wholly: the timeline is right without it, but may lack something. */
export type Lacking = 'edits' | 'logs' | 'digests' | 'mentions' | 'earlier-edits';

export interface ReadTimeline {
	readonly edits: readonly Contribution[];
	readonly logs: readonly LogEntry[];
	readonly digests: Digests;
	readonly mentions: readonly Mention[];
	readonly known: ReadonlyMap<string, ReadonlySet<string>>;
	readonly shares: ReadonlyMap<string, number>;
	readonly lacking: readonly Lacking[];
}

/** Pages looked up one by one, whether somebody knew them before the range. */
const longestLookUp = 16;

const most = 500;

/** The pages on which somebody seems to have followed: on these an earlier edit would count most. */
function doubtful(users: readonly string[], edits: readonly Contribution[], to: number, known: Known) {
	const measures = measureFollowing({ users, edits, to, known });
	return measures.flatMap(({ of, pages }) => pages.map(({ page }) => ({ user: of, page })));
}
type Known = Map<string, Set<string>>;

async function learnEarlier(
	transport: WikiTransport,
	doubts: readonly { user: string; page: string }[],
	from: number,
	known: Known,
): Promise<boolean> {
	const asked = doubts.slice(0, longestLookUp);
	const answers = await Promise.all(asked.map(({ user, page }) => hasEditedBefore(transport, user, page, from)));
	for (const [i, answer] of answers.entries()) {
		const doubt = asked[i];
		if (doubt && answer.ok && answer.value) known.get(doubt.user)?.add(doubt.page);
	}
	return doubts.length <= longestLookUp && answers.every(({ ok }) => ok);
}

/**
 * About six calls for each account and up to fifty more, in two waves: give it a transport that is polite (at-most.ts). Only
 * accounts that are not there and edits that cannot be read are problems; what else fails is named in `lacking`.
 */
export async function readTimeline(
	transport: WikiTransport,
	users: readonly string[],
	range: Range,
	hidden: Hidden,
): Promise<Outcome<ReadTimeline>> {
	const [accounts, contributions, logs, earlier, shares] = await Promise.all([
		checkAccounts(transport, users),
		Promise.all(users.map((user) => readContributions(transport, user, range))).then(allOf),
		Promise.all(users.map((user) => readPersonLog(transport, user, range))).then(allOf),
		Promise.all(users.map((user) => readEarlierPages(transport, user, range.from))).then(allOf),
		readEditShares(transport, users, range),
	]);
	if (!accounts.ok && accounts.problem === 'not-found') return accounts;
	if (!contributions.ok) return contributions;
	// A place that shows edits is a wiki, even where it does not answer for accounts.
	if (!accounts.ok && contributions.value.every((one) => one.edits.length === 0)) return accounts;
	const lacking = new Set<Lacking>();
	if (contributions.value.some(({ more }) => more)) lacking.add('edits');
	if (!logs.ok) lacking.add('logs');
	const edits = contributions.value.flatMap((one) => one.edits).filter((edit) => !isHidden(edit, hidden));
	const known: Known = new Map(users.map((user, i) => [user, (earlier.ok && earlier.value[i]) || new Set()]));
	const shared = [...sharedEdits(edits).values()];
	const wanted = digestsNeeded(shared);
	const [digests, mentions, isSure] = await Promise.all([
		readDigests(transport, wanted.slice(-most)),
		readMentions(transport, users, shared.flat()),
		learnEarlier(transport, doubtful(users, edits, range.to, known), range.from, known),
	]);
	if (!digests.ok || wanted.length > most) lacking.add('digests');
	if (!mentions.complete) lacking.add('mentions');
	if (!isSure || !earlier.ok) lacking.add('earlier-edits');
	return done({
		edits,
		logs: logs.ok ? logs.value.flat().filter(({ actor, target }) => actor !== target && users.includes(actor)) : [],
		digests: digests.ok ? digests.value : new Map(),
		mentions: mentions.found,
		known,
		shares: shares.ok ? shares.value : new Map(),
		lacking: [...lacking],
	});
}
