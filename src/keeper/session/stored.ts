/** The session kept for a wiki, and its end. */
import type { ProblemKey } from '../../contract/problem.ts';
import type { ItemOf } from '../../contract/vault.ts';
import type { KeeperServices } from '../services.ts';

/** undefined where there is none; one whose time is over is forgotten. */
export async function storedSession(
	{ vault, now }: KeeperServices,
	wiki: string,
): Promise<ItemOf<'sessions'> | undefined> {
	const stored = await vault.get('sessions', wiki);
	if (!stored || Date.parse(stored.until) > now()) return stored;
	await vault.drop('sessions', wiki);
	return undefined;
}

/** Forgets the session where the backend said that it is none; true if so. */
export async function endSession({ vault }: KeeperServices, wiki: string, problem: ProblemKey): Promise<boolean> {
	if (problem !== 'session-expired' && problem !== 'not-signed-in') return false;
	await vault.drop('sessions', wiki);
	return true;
}
