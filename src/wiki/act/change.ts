/** One change of a wiki under the caller's own account, with a token of its own and a second try where that had gone stale. */
import type * as v from 'valibot';
import type { ApiCall } from '../../contract/page-panel.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import { ask, type WikiTransport } from '../transport.ts';
import { tokenOf } from '../user.ts';

/** Fails with `not-signed-in` where the wiki knows the caller by another name than `as`. */
export async function change<S extends v.GenericSchema<unknown, unknown>>(
	transport: WikiTransport,
	as: string,
	{ action, params }: ApiCall,
	shape: S,
	type: 'csrf' | 'rollback' = 'csrf',
): Promise<Outcome<v.InferOutput<S>>> {
	for (let tries = 1; ; tries++) {
		const token = await tokenOf(transport, type);
		if (!token.ok) return token;
		const answer = await ask(transport, { action, params: { ...params, assertuser: as, token: token.value } }, shape);
		if (answer.ok || answer.params[0] !== 'badtoken') return answer;
		if (tries === 2) return failed('not-signed-in', ['badtoken']);
	}
}
