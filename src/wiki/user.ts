/** Who a wiki says the caller is, and the token that lets them edit. */
import * as v from 'valibot';
import { done, failed, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

const UserShape = v.object({
	query: v.object({ userinfo: v.object({ id: v.number(), name: v.string(), anon: v.optional(v.boolean(), false) }) }),
});

/** Name of the account the call was made with, a temporary one too; null for nobody. */
export async function currentUser(transport: WikiTransport): Promise<Outcome<string | null>> {
	const answer = await ask(transport, { action: 'query', params: { meta: 'userinfo' } }, UserShape);
	if (!answer.ok) return answer;
	const { id, name, anon } = answer.value.query.userinfo;
	return done(anon || id === 0 ? null : name);
}

const TokenShape = v.object({
	query: v.object({
		tokens: v.object({ csrftoken: v.optional(v.string()), rollbacktoken: v.optional(v.string()) }),
	}),
});

export async function tokenOf(transport: WikiTransport, type: 'csrf' | 'rollback'): Promise<Outcome<string>> {
	const answer = await ask(transport, { action: 'query', params: { meta: 'tokens', type } }, TokenShape);
	if (!answer.ok) return answer;
	const token = answer.value.query.tokens[`${type}token`];
	if (token === undefined) return failed('wiki-error', ['unexpected-answer']);
	// The token of somebody who is not logged in.
	return token === '+\\' ? failed('not-signed-in') : done(token);
}

export const csrfToken = (transport: WikiTransport): Promise<Outcome<string>> => tokenOf(transport, 'csrf');
