/** Verbs on signing in: the verifier stays here until it is redeemed, the token stays here for good. */
import { randomText, sha256, toBase64Url } from '../../contract/bytes.ts';
import type { KeeperVerbs } from '../../contract/keeper.ts';
import type { Handlers } from '../../contract/port.ts';
import { done, failed } from '../../contract/problem.ts';
import { callBackend } from '../backend/call.ts';
import type { KeeperServices } from '../services.ts';
import { viewConfig } from '../trust/config-view.ts';
import { standingOf } from '../standing/verbs.ts';
import { endSession, storedSession } from './stored.ts';

/** A sign-in that takes longer is begun anew. */
const pendingMs = 15 * 60_000;

type SessionVerb = 'startSignIn' | 'redeem' | 'session' | 'signOut';

export function sessionVerbs(services: KeeperServices): Pick<Handlers<KeeperVerbs>, SessionVerb> {
	const { vault, now } = services;
	return {
		async startSignIn({ wiki, panelOrigin }) {
			const seen = await viewConfig(services, wiki);
			if (!seen.ok) return seen;
			const { origin } = seen.value.view;
			const verifier = randomText(32);
			// RFC 7636 section 4.2.
			const challenge = toBase64Url(await sha256(verifier));
			await vault.put('signIns', wiki, { origin, verifier, at: new Date(now()).toISOString() });
			const started = await callBackend(services, origin, 'startSignIn', { body: { wiki, challenge, panelOrigin } });
			return started.ok ? done({ url: started.value.url }) : started;
		},
		async redeem({ wiki, code }) {
			const pending = await vault.get('signIns', wiki);
			if (!pending || Math.abs(now() - Date.parse(pending.at)) > pendingMs) {
				await vault.drop('signIns', wiki);
				return failed('code-expired');
			}
			const { origin, verifier } = pending;
			const redeemed = await callBackend(services, origin, 'redeem', { body: { code, verifier } });
			if (!redeemed.ok) return redeemed;
			const { token, session } = redeemed.value;
			await vault.drop('signIns', wiki);
			if (session.wiki !== wiki) return failed('wrong-origin');
			await vault.put('sessions', wiki, { origin, token, user: session.user, until: session.until });
			// Long before a report is sent; whether it works out or not.
			await standingOf(services, wiki);
			return done(session);
		},
		async session({ wiki }) {
			const stored = await storedSession(services, wiki);
			if (!stored) return done(null);
			const { origin, token } = stored;
			const session = await callBackend(services, origin, 'session', { secret: token });
			if (session.ok || !(await endSession(services, wiki, session.problem))) return session;
			return done(null);
		},
		async signOut({ wiki }) {
			const stored = await vault.get('sessions', wiki);
			await vault.drop('sessions', wiki);
			if (!stored) return done({});
			const { origin, token } = stored;
			// Whether it hears of it or not: nobody holds the token any more.
			await callBackend(services, origin, 'signOut', { secret: token });
			return done({});
		},
	};
}
