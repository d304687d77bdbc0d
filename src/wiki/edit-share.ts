/** How much of all that is edited on a wiki comes from somebody, by a sample. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { allOf } from './ask-on.ts';
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

const samples = 3;
const each = 100;
/** Fewer other people are no crowd in which somebody could be met by chance. */
const crowd = 10;

/** The part of each account, 0 to 1, in three times a hundred edits of the range; empty where too few others edit. */
export async function readEditShares(
	transport: WikiTransport,
	users: readonly string[],
	{ from, to }: Range,
): Promise<Outcome<Map<string, number>>> {
	const starts = Array.from({ length: samples }, (_, i) => to - ((i + 0.5) * (to - from)) / samples);
	const answers = allOf(
		await Promise.all(
			starts.map((start) =>
				ask(
					transport,
					{
						action: 'query',
						params: {
							list: 'allrevisions',
							arvstart: wikiTime(start),
							arvend: wikiTime(from),
							arvprop: 'user',
							arvlimit: String(each),
						},
					},
					Shape,
				),
			),
		),
	);
	if (!answers.ok) return answers;
	const all = answers.value.flatMap(({ query }) =>
		query.allrevisions.flatMap(({ revisions }) => revisions.map(({ user }) => user ?? '')),
	);
	const others = new Set(all.filter((user) => !users.includes(user)));
	if (others.size < crowd) return done(new Map());
	return done(new Map(users.map((user) => [user, all.filter((name) => name === user).length / all.length])));
}
