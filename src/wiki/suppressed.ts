/** Which revisions a wiki has suppressed, so that their text is for oversighters alone. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

const Revision = v.object({
	revid: v.number(),
	suppressed: v.optional(v.boolean(), false),
	sha1hidden: v.optional(v.boolean(), false),
	/** Given all the same to who may read the text. */
	sha1: v.optional(v.string()),
});
const Shape = v.object({
	query: v.optional(
		v.object({ pages: v.optional(v.array(v.object({ revisions: v.optional(v.array(Revision), []) })), []) }),
	),
});

/**
 * At most 50 at once. Text that is hidden from readers only, as administrators do it, is not meant: evidence is kept for that.
 * A revision that is gone is not told of.
 */
export async function readSuppressed(
	transport: WikiTransport,
	revisions: readonly number[],
): Promise<Outcome<number[]>> {
	const params = { revids: revisions.join('|'), prop: 'revisions', rvprop: 'ids|sha1' };
	const answer = await ask(transport, { action: 'query', params }, Shape);
	if (!answer.ok) return answer;
	const found = (answer.value.query?.pages ?? []).flatMap((page) => page.revisions);
	return done(
		found.filter((one) => one.suppressed && one.sha1hidden && one.sha1 === undefined).map(({ revid }) => revid),
	);
}
