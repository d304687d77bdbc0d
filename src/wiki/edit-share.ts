/** How much of all that is edited on a wiki comes from somebody, by a sample. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { wikiTime, type Range } from './contributions.ts';
import { ask, type WikiTransport } from './transport.ts';

const Shape = v.object({
	query: v.optional(
		v.object({
			allrevisions: v.optional(
				v.array(v.object({ revisions: v.optional(v.array(v.object({ user: v.optional(v.string()) })), []) })),
				[],
			),
		}),
		{},
	),
});

/** In one answer; beside the many edits of a large wiki it is a short time, on a small one days. */
const sample = 500;
/** Fewer other people are no crowd in which somebody could be met by chance. */
const crowd = 10;

/** The part of each account, 0 to 1, in the edits before the middle of the range; empty where too few others edit. */
export async function readEditShares(
	transport: WikiTransport,
	users: readonly string[],
	{ from, to }: Range,
): Promise<Outcome<Map<string, number>>> {
	const params = {
		list: 'allrevisions',
		arvstart: wikiTime((from + to) / 2),
		arvend: wikiTime(from),
		arvprop: 'user',
		arvlimit: String(sample),
	};
	const answer = await ask(transport, { action: 'query', params }, Shape);
	if (!answer.ok) return answer;
	const all = answer.value.query.allrevisions.flatMap(({ revisions }) => revisions.map(({ user }) => user ?? ''));
	const others = new Set(all.filter((user) => !users.includes(user)));
	if (others.size < crowd) return done(new Map());
	return done(new Map(users.map((user) => [user, all.filter((name) => name === user).length / all.length])));
}
