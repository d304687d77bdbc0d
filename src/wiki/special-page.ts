/** Whether a wiki has a special page, as it says itself. */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

const Flag = v.optional(v.boolean(), false);
const Shape = v.object({ query: v.object({ pages: v.array(v.object({ special: Flag, missing: Flag })) }) });

/** `name`: its canonical one, without the namespace. */
export async function hasSpecialPage(transport: WikiTransport, name: string): Promise<Outcome<boolean>> {
	const answer = await ask(transport, { action: 'query', params: { titles: `Special:${name}` } }, Shape);
	return answer.ok ? done(answer.value.query.pages.some(({ special, missing }) => special && !missing)) : answer;
}
