/** What of a revision is hidden, and whether it is the newest of its page. */
import * as v from 'valibot';
import type { StateOf } from '../../contract/act.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { ask, type WikiTransport } from '../transport.ts';

const Shape = v.object({
	query: v.object({
		pages: v.optional(
			v.array(
				v.object({
					title: v.string(),
					lastrevid: v.optional(v.number(), 0),
					revisions: v.optional(
						v.array(
							v.object({
								sha1hidden: v.optional(v.boolean(), false),
								commenthidden: v.optional(v.boolean(), false),
								userhidden: v.optional(v.boolean(), false),
								suppressed: v.optional(v.boolean(), false),
							}),
						),
						[],
					),
				}),
			),
			[],
		),
	}),
});

/** `not-found` where there is no such revision, of a deleted page too. */
export async function readRevisionState(
	transport: WikiTransport,
	revision: number,
): Promise<Outcome<StateOf<'revision'>>> {
	const params = {
		revids: String(revision),
		prop: 'info|revisions',
		// The text itself is not read: whether it is hidden is said by the flag of its hash.
		rvprop: 'ids|user|comment|sha1',
	};
	const answer = await ask(transport, { action: 'query', params }, Shape);
	if (!answer.ok) return answer;
	const [page] = answer.value.query.pages;
	const found = page?.revisions[0];
	if (!page || !found) return failed('not-found', [String(revision)]);
	const parts = [
		['content', found.sha1hidden],
		['comment', found.commenthidden],
		['user', found.userhidden],
	] as const;
	return done({
		of: 'revision',
		page: page.title,
		revision,
		newest: page.lastrevid === revision,
		hidden: parts.filter(([, hidden]) => hidden).map(([part]) => part),
		suppressed: found.suppressed,
	});
}
