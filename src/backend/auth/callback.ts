/** The wiki's answer to a sign-in: asks it who that is, and makes a one-time code for the panel that began. */
import * as oauth from 'oauth4webapi';
import * as v from 'valibot';
import { UserName } from '../../contract/primitives.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { Services } from '../services.ts';
import { answered, takeByState } from '../store/sign-ins.ts';
import { hashOf, newSecret, sealName } from './seal.ts';
import { oauthOf, type WikiOAuth } from './wiki-oauth.ts';

/** A one-time code lives this long, ms. */
const codeLife = 60 * 1000;
const timeout = 20_000;

/** Of the claims of Extension:OAuth's `resource/profile` only the name is taken. */
const ProfileSchema = v.object({ username: UserName });

async function userAtWiki(
	peer: WikiOAuth,
	answer: URLSearchParams,
	state: string,
	verifier: string,
	version: string,
): Promise<string | null> {
	const options = {
		// Wikimedia turns away requests that do not say what they are.
		headers: new Headers({ 'user-agent': `Wikihaven/${version} (backend)` }),
		[oauth.allowInsecureRequests]: peer.insecure,
		signal: () => AbortSignal.timeout(timeout),
	};
	const { server, client, auth, redirectUri } = peer;
	const params = oauth.validateAuthResponse(server, client, answer, state);
	const response = await oauth.authorizationCodeGrantRequest(
		server,
		client,
		auth,
		params,
		redirectUri,
		verifier,
		options,
	);
	const { access_token } = await oauth.processAuthorizationCodeResponse(server, client, response);
	const profile = await oauth.protectedResourceRequest(
		access_token,
		'GET',
		peer.profile,
		options.headers,
		null,
		options,
	);
	const claims = v.safeParse(ProfileSchema, await profile.json());
	return profile.ok && claims.success ? claims.output.username : null;
}

/** What the callback page hands to its opener: the code, and the one origin it may go to. */
export interface Handover {
	readonly code: string;
	readonly panelOrigin: string;
}

/** Problems: `code-expired` for a state that is unknown, used or too old; `wiki-error` when the wiki says no. */
export async function answerOfWiki(query: URLSearchParams, services: Services): Promise<Outcome<Handover>> {
	const state = query.get('state') ?? '';
	const row = await takeByState(services.store, hashOf(state));
	if (!row || row.until <= services.now()) return failed('code-expired');
	const peer = oauthOf(services.config, row.wiki);
	if (!peer) return failed('config-missing');
	let user: string | null;
	try {
		user = await userAtWiki(peer, query, state, row.verifier, services.version);
	} catch (error) {
		// A refusal by the person or the wiki, or a wiki that does not answer: nothing of it is ours to repair.
		services.log.error('sign-in failed at the wiki', error);
		return failed('wiki-error');
	}
	if (user === null) return failed('wiki-error');
	const code = newSecret();
	await answered(services.store, {
		...row,
		code: hashOf(code),
		person: sealName(code, user),
		until: services.now() + codeLife,
	});
	return done({ code, panelOrigin: row.panel_origin });
}
