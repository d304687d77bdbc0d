/** Whether accounts exist on a wiki. */
import * as v from 'valibot';
import { done, failed, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

const Shape = v.object({
	query: v.object({
		users: v.optional(
			v.array(v.object({ name: v.string(), missing: v.optional(v.unknown()), invalid: v.optional(v.unknown()) })),
			[],
		),
	}),
});

/** The wiki calls an address no valid name of an account, but it has contributions. */
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:]+)$/i;

/** Nothing where the wiki knows them all; else `not-found` with the first name that it says it does not. */
export async function checkAccounts(transport: WikiTransport, names: readonly string[]): Promise<Outcome<null>> {
	const answer = await ask(transport, { action: 'query', params: { list: 'users', ususers: names.join('|') } }, Shape);
	if (!answer.ok) return answer;
	const unknown = answer.value.query.users.find(
		({ name, missing = false, invalid = false }) => (missing !== false || invalid !== false) && !address.test(name),
	);
	return unknown ? failed('not-found', [unknown.name]) : done(null);
}
