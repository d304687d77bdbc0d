/** Whether an account that several wikis share is locked on all of them (Extension:CentralAuth). */
import * as v from 'valibot';
import { done, type Outcome } from '../contract/problem.ts';
import { ask, type WikiTransport } from './transport.ts';

const Shape = v.object({
	query: v.optional(
		v.object({
			globaluserinfo: v.optional(v.object({ locked: v.optional(v.unknown()), missing: v.optional(v.unknown()) })),
		}),
	),
});

/** null where there is no such account, or the wiki's accounts are its own: it warns that it does not know this, and goes on. */
export async function readGlobalLock(transport: WikiTransport, user: string): Promise<Outcome<boolean | null>> {
	const answer = await ask(transport, { action: 'query', params: { meta: 'globaluserinfo', guiuser: user } }, Shape);
	if (!answer.ok) return answer;
	const shared = answer.value.query?.globaluserinfo;
	if (!shared || shared.missing !== undefined) return done(null);
	return done(shared.locked !== undefined && shared.locked !== false);
}
