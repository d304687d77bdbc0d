/** Whether what a report brings along gives it the right to be taken in. */
import { createHash } from 'node:crypto';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Standing } from '../../contract/standing.ts';
import type { Spent } from '../store/tokens.ts';
import type { StandingKeeper } from './open.ts';
import { hasWorked } from './work.ts';

/**
 * The token to be spent with the report, null where it comes by work. Whether a token was spent before, the store tells.
 * Problems: `work-needed` with the bits asked for, `token-refused`.
 */
export async function checkStanding(
	report: { readonly id: string; readonly hash: string },
	standing: Standing,
	{ tokens, work }: StandingKeeper,
): Promise<Outcome<Spent | null>> {
	if (standing.by === 'work') {
		const bits = work.bits();
		return hasWorked(report, standing.nonce, bits) ? done(null) : failed('work-needed', [String(bits)]);
	}
	const known = await tokens.accepted(standing.key);
	const message = Buffer.from(standing.message, 'base64url');
	if (!known?.key.verifies(message, Buffer.from(standing.signature, 'base64url'))) return failed('token-refused');
	return done({ token: createHash('sha256').update(message).digest('base64url'), term: known.term });
}
