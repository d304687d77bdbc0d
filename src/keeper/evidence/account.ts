/** Evidence for an account, and for an e-mail that came from one: whether the wiki knows it. */
import * as v from 'valibot';
import type { Evidence } from '../../contract/evidence.ts';
import type { Target } from '../../contract/target.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import { ask } from '../../wiki/transport.ts';
import { pageLink } from './links.ts';
import { withoutRevision } from './result.ts';
import type { Texts } from './texts.ts';

const Users = v.object({
	query: v.object({
		users: v.array(
			v.object({ missing: v.optional(v.boolean(), false), invalid: v.optional(v.boolean(), false), name: v.string() }),
		),
	}),
});

/** IP addresses are `invalid` as accounts and yet somebody: the wiki can say no more of them. */
export async function accountEvidence({ transport }: Texts, target: Target): Promise<Outcome<Evidence>> {
	const { author, wiki } = target;
	if (author === null) return done(withoutRevision(target, 'unconfirmed'));
	const answer = await ask(transport, { action: 'query', params: { list: 'users', ususers: author } }, Users);
	if (!answer.ok) return answer;
	const [user] = answer.value.query.users;
	const known = user !== undefined && !user.missing && !user.invalid;
	return done({ target, permalink: pageLink(wiki, `User:${author}`), state: known ? 'confirmed' : 'unconfirmed' });
}

/** A wiki keeps no e-mail: it can be told who is said to have written, not what. */
export function emailEvidence(target: Target): Evidence {
	return withoutRevision(target, 'unconfirmed');
}
