/** What the public logs say was done to an account: blocks and thanks. */
import * as v from 'valibot';
import { Timestamp } from '../contract/primitives.ts';
import { done, type Outcome } from '../contract/problem.ts';
import { samePerson } from '../domain/people/names.ts';
import type { LogEntry } from '../engines/timeline/event.ts';
import { askOn, Continue } from './ask-on.ts';
import { wikiTime, type Range } from './contributions.ts';
import type { WikiTransport } from './transport.ts';

const Shape = v.object({
	continue: Continue,
	query: v.optional(
		v.object({
			logevents: v.optional(
				v.array(
					v.object({
						logid: v.optional(v.number(), 0),
						type: v.optional(v.string(), ''),
						title: v.optional(v.string(), ''),
						// Not there where the wiki hides it.
						user: v.optional(v.string()),
						timestamp: v.optional(Timestamp, '1970-01-01T00:00:00Z'),
						comment: v.optional(v.string(), ''),
					}),
				),
				[],
			),
		}),
		{},
	),
});

/**
 * Blocks of and thanks to an account in a range, at most 1,500 entries of its log. All its log is asked for: a wiki without
 * Extension:Thanks refuses to hear of that type.
 */
export async function readPersonLog(
	transport: WikiTransport,
	target: string,
	{ from, to }: Range,
): Promise<Outcome<LogEntry[]>> {
	const params = {
		list: 'logevents',
		letitle: `User:${target}`,
		lestart: wikiTime(to),
		leend: wikiTime(from),
		leprop: 'ids|title|type|user|timestamp|comment',
		lelimit: 'max',
	};
	const log = await askOn(transport, params, Shape, 3);
	if (!log.ok) return log;
	return done(
		log.value.answers.flatMap(({ query }) =>
			query.logevents.flatMap(({ logid, type, title, user, timestamp, comment }) => {
				const at = Date.parse(timestamp);
				const isHere = at >= from && at <= to && samePerson(title.slice(title.indexOf(':') + 1), target);
				if ((type !== 'block' && type !== 'thanks') || user === undefined || !isHere) return [];
				return [{ id: logid, type, at, actor: user, target, page: title, summary: comment }];
			}),
		),
	);
}
