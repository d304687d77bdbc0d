/** What signed-in accounts get: tokens without a trace of where they go, and the backend's word on who they are. */
import { canonicalName } from '../../domain/people/names.ts';
import { done, failed } from '../../contract/problem.ts';
import type { SignedIn } from '../auth/caller.ts';
import type { Services } from '../services.ts';
import { slowedUntil } from '../store/findings.ts';
import { takenTokens, takeTokens } from '../store/tokens.ts';
import { iso, isoOrNull } from '../times.ts';
import type { Handler } from './handler.ts';

const day = 24 * 3600 * 1000;

async function allowanceOf({ wiki, user }: SignedIn, { config, standing, store, now }: Services) {
	const account = standing.nameOf('account', wiki, canonicalName(user));
	const until = await slowedUntil(store.db, account, now());
	const { tokensPerDay, slowedPerDay } = config.standing;
	// A slowing is meant to slow: never more than others get.
	const perDay = until === null ? tokensPerDay : Math.min(slowedPerDay, tokensPerDay);
	return { account, perDay, until, day: Math.floor(now() / day) };
}

export const issueTokens: Handler<'issueTokens'> = async ({ body: { key, blinded }, caller }, services) => {
	const current = await services.standing.tokens.current();
	if (key !== current.id) return failed('token-refused');
	const allowance = await allowanceOf(caller, services);
	if (!(await takeTokens(services.store, allowance, blinded.length, allowance.perDay))) {
		return failed('rate-limited', [String(Math.ceil((day - (services.now() % day)) / 1000))]);
	}
	const signatures: string[] = [];
	for (const one of blinded) {
		const signature = current.blindSign(Buffer.from(one, 'base64url'));
		if (!signature) return failed('bad-input');
		signatures.push(signature.toString('base64url'));
	}
	return done({ signatures });
};

export const ownStanding: Handler<'ownStanding'> = async ({ caller }, services) => {
	const { account, perDay, until, day: today } = await allowanceOf(caller, services);
	const taken = await takenTokens(services.store, account, today);
	return done({ perDay, left: Math.max(0, perDay - taken), slowedUntil: isoOrNull(until) });
};

export const attest: Handler<'attest'> = ({ body: { commitment }, caller: { wiki, user } }, { receipts, now }) => {
	const given = { wiki, user, commitment, at: iso(now()) };
	return Promise.resolve(done({ v: 1, ...given, key: receipts.key, signature: receipts.attest(given) }));
};
