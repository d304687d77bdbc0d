/** The last step of a sign-in: one-time code and verifier together give a session. */
import { createHash } from 'node:crypto';
import type * as v from 'valibot';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { RedeemSchema, SignedInSchema } from '../../contract/session.ts';
import type { Services } from '../services.ts';
import { takeByCode } from '../store/sign-ins.ts';
import { rolesOf } from './handler.ts';
import { hashOf, newSecret, openName, sealName } from './seal.ts';

/** How long a session lasts, ms. */
const sessionLife = 12 * 3600 * 1000;

/** RFC 7636 section 4.6: S256. */
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** One problem for everything that can be wrong with a code: `code-expired`. */
export async function redeemCode(
	{ code, verifier }: v.InferOutput<typeof RedeemSchema>,
	{ config, store, directory, now }: Services,
): Promise<Outcome<v.InferOutput<typeof SignedInSchema>>> {
	const token = newSecret();
	let user = '';
	const session = await takeByCode(store, hashOf(code), (row) => {
		if (row.until <= now() || row.person === null || row.challenge !== challengeOf(verifier)) return null;
		user = openName(code, row.person);
		return { token: hashOf(token), wiki: row.wiki, person: sealName(token, user), until: now() + sessionLife };
	});
	if (!session) return failed('code-expired');
	const person = { wiki: session.wiki, user };
	const roles = await rolesOf(config, directory, person);
	const until = new Date(session.until).toISOString();
	return done({ token, session: { ...person, roles: roles.ok ? roles.value : [], until } });
}
