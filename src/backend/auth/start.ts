/** The first step of a sign-in: remembers it under a state and sends the person to the wiki. */
import { calculatePKCECodeChallenge } from 'oauth4webapi';
import type * as v from 'valibot';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { StartSignInSchema } from '../../contract/session.ts';
import type { Services } from '../services.ts';
import { beginSignIn } from '../store/sign-ins.ts';
import { isPanelOrigin } from './origins.ts';
import { hashOf, newSecret } from './seal.ts';
import { oauthOf } from './wiki-oauth.ts';

/** Time to log in at the wiki, ms. */
const patience = 10 * 60 * 1000;

export async function startAtWiki(
	{ wiki, challenge, panelOrigin }: v.InferOutput<typeof StartSignInSchema>,
	{ config, store, now }: Services,
): Promise<Outcome<{ url: string }>> {
	if (!isPanelOrigin(config, panelOrigin)) return failed('wrong-origin');
	const peer = oauthOf(config, wiki);
	if (!peer) return failed('config-missing');
	const state = newSecret();
	const verifier = newSecret();
	await beginSignIn(store, {
		state: hashOf(state),
		wiki,
		challenge,
		panel_origin: panelOrigin,
		verifier,
		until: now() + patience,
	});
	const url = new URL(peer.server.authorization_endpoint ?? '');
	url.search = new URLSearchParams({
		response_type: 'code',
		client_id: peer.client.client_id,
		redirect_uri: peer.redirectUri,
		state,
		code_challenge: await calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
	}).toString();
	return done({ url: url.href });
}
