/** What a wiki's public records say of an account, in a handful of calls. */
import * as v from 'valibot';
import { activeDays, type AccountFacts, type Count } from '../contract/account.ts';
import { Timestamp } from '../contract/primitives.ts';
import { done, type Outcome } from '../contract/problem.ts';
import { wikiTime } from './contributions.ts';
import { allOf } from './ask-on.ts';
import { ask, type WikiTransport } from './transport.ts';

const day = 24 * 3_600_000;
/** What everybody with an account is in. */
const everybody = ['*', 'user', 'autoconfirmed'];

const Ends = v.union([Timestamp, v.picklist(['infinity', 'infinite', 'indefinite', 'never'])]);
const PersonShape = v.object({
	query: v.object({
		users: v.tuple([
			v.object({
				registration: v.nullish(Timestamp, null),
				editcount: v.nullish(v.number(), null),
				groups: v.optional(v.array(v.string()), []),
				blockid: v.optional(v.number()),
				blockexpiry: v.optional(Ends),
				blockpartial: v.optional(v.boolean(), false),
			}),
		]),
		globaluserinfo: v.optional(
			v.object({
				editcount: v.optional(v.number()),
				locked: v.optional(v.unknown()),
				missing: v.optional(v.unknown()),
			}),
		),
	}),
});
const Listed = v.array(v.object({ timestamp: v.optional(Timestamp), type: v.optional(v.string()) }));
const ListShape = v.object({
	continue: v.optional(v.unknown()),
	query: v.optional(
		v.object({ usercontribs: v.optional(Listed), logevents: v.optional(Listed), abuselog: v.optional(Listed) }),
		{},
	),
});
interface Found {
	readonly rows: v.InferOutput<typeof Listed>;
	readonly more: boolean;
}

async function list(transport: WikiTransport, params: Record<string, string>): Promise<Outcome<Found>> {
	const answer = await ask(transport, { action: 'query', params }, ListShape);
	if (!answer.ok) return answer;
	const { query, continue: on } = answer.value;
	return done({ rows: query.usercontribs ?? query.logevents ?? query.abuselog ?? [], more: on !== undefined });
}

const countOf = (found: Found | undefined, type?: string): Count => ({
	count: found?.rows.filter((row) => type === undefined || row.type === type).length ?? 0,
	more: found?.more ?? false,
});

const personParams = (user: string): Record<string, string> => ({
	list: 'users',
	ususers: user,
	usprop: 'blockinfo|editcount|groups|registration',
	// A wiki whose accounts are its own warns that it does not know this, and goes on.
	meta: 'globaluserinfo',
	guiuser: user,
	guiprop: 'editcount',
});

/** `now`: milliseconds since 1970. A wiki without some extension leaves its fact out; the first other problem is the answer. */
export async function readAccountFacts(
	transport: WikiTransport,
	user: string,
	now: number,
): Promise<Outcome<AccountFacts>> {
	const edits = { list: 'usercontribs', ucuser: user, uclimit: 'max', ucprop: 'timestamp' };
	const from = now - activeDays * day;
	// A wiki without an abuse filter, or whose log is not for everybody, refuses: that fact is left out.
	const asked = [
		list(transport, { ...edits, uclimit: '1' }),
		list(transport, { ...edits, ucend: wikiTime(from) }),
		list(transport, { ...edits, uctag: 'mw-reverted' }),
		list(transport, { ...edits, ucshow: 'new' }),
		list(transport, { list: 'logevents', letitle: `User:${user}`, leprop: 'type|timestamp', lelimit: 'max' }),
	] as const;
	const hits = await list(transport, { list: 'abuselog', afluser: user, aflprop: 'timestamp', afllimit: 'max' });
	const person = await ask(transport, { action: 'query', params: personParams(user) }, PersonShape);
	if (!person.ok) return person;
	const lists = allOf(await Promise.all(asked));
	if (!lists.ok) return lists;
	const [last, recent, reverted, created, log] = lists.value;
	const [known] = person.value.query.users;
	const { globaluserinfo: shared } = person.value.query;
	const days = Array.from({ length: activeDays }, () => 0);
	for (const { timestamp } of recent?.rows ?? []) {
		const at = Math.floor((Date.parse(timestamp ?? '') - from) / day);
		if (days[at] !== undefined) days[at]++;
	}
	const until = known.blockexpiry ?? null;
	return done({
		registered: known.registration,
		edits: known.editcount,
		groups: known.groups.filter((group) => !everybody.includes(group)),
		block:
			known.blockid === undefined
				? null
				: { until: until !== null && /^\d/.test(until) ? until : null, partial: known.blockpartial },
		lastEdit: last?.rows[0]?.timestamp ?? null,
		days,
		reverted: countOf(reverted),
		created: countOf(created),
		thanked: countOf(log, 'thanks'),
		blocks: countOf(log, 'block'),
		filterHits: hits.ok ? countOf(hits.value) : null,
		global:
			shared && shared.missing === undefined
				? { edits: shared.editcount ?? 0, locked: shared.locked !== undefined && shared.locked !== false }
				: null,
	});
}
