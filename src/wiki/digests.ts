/** The digests of many revisions' texts in few calls: the same text has the same one. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { allOf } from './ask-on.ts';
import { ask, type WikiTransport } from './transport.ts';

const Shape = v.object({
	query: v.optional(
		v.object({
			pages: v.optional(
				v.array(
					v.object({
						revisions: v.optional(v.array(v.object({ revid: v.number(), sha1: v.optional(v.string()) })), []),
					}),
				),
				[],
			),
		}),
		{},
	),
});

/** SHA-1 by revision, fifty revisions a call; those that are hidden or gone are not in it. */
export async function readDigests(
	transport: WikiTransport,
	revisions: readonly number[],
): Promise<Outcome<Map<number, string>>> {
	const calls: string[] = [];
	for (let at = 0; at < revisions.length; at += 50) calls.push(revisions.slice(at, at + 50).join('|'));
	const answers = allOf(
		await Promise.all(
			calls.map((revids) =>
				ask(transport, { action: 'query', params: { prop: 'revisions', revids, rvprop: 'ids|sha1' } }, Shape),
			),
		),
	);
	if (!answers.ok) return answers;
	const digests = new Map<number, string>();
	for (const { query } of answers.value) {
		for (const { revid, sha1 } of query.pages.flatMap((page) => page.revisions)) if (sha1) digests.set(revid, sha1);
	}
	return done(digests);
}
