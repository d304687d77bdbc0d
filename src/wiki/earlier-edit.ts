/** Whether an account had edited a page before a time, whenever that was. */
import { done, type Outcome } from '../contract/problem.ts';
import { wikiTime } from './contributions.ts';
import { queryRevisions } from './revisions.ts';
import type { WikiTransport } from './transport.ts';

/** Milliseconds since 1970. One call. */
export async function hasEditedBefore(
	transport: WikiTransport,
	user: string,
	page: string,
	before: number,
): Promise<Outcome<boolean>> {
	const params = { titles: page, rvuser: user, rvstart: wikiTime(before - 1000), rvlimit: '1' };
	const answer = await queryRevisions(transport, params, false);
	if (!answer.ok) return answer;
	return done(answer.value.some(({ revisions }) => revisions.some(({ at }) => Date.parse(at) < before)));
}
