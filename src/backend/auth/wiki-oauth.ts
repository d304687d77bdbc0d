/** A wiki's Extension:OAuth as an OAuth 2 authorization server: its three addresses, and us as its confidential client. */
import * as oauth from 'oauth4webapi';
import type { BackendConfig } from '../config.ts';

export interface WikiOAuth {
	readonly server: oauth.AuthorizationServer;
	readonly client: oauth.Client;
	readonly auth: oauth.ClientAuth;
	readonly profile: URL;
	readonly redirectUri: string;
	/** Plain http is for wikis on this machine; whoever configures such an address knows. */
	readonly insecure: boolean;
}

/** Source: mediawiki.org, Extension:OAuth, "OAuth 2.0 REST endpoints". Null where the wiki is not set up for sign-in. */
export function oauthOf(config: BackendConfig, wikiBase: string): WikiOAuth | null {
	const wiki = config.wikis.find((one) => one.base === wikiBase);
	if (!wiki?.oauth?.clientSecret) return null;
	const seen = wiki.oauth.authorizeBase ?? wiki.base;
	// People reach the wiki by its public address, this machine perhaps by another.
	const reached = wiki.oauth.authorizeBase ?? wiki.apiBase ?? wiki.base;
	return {
		server: {
			issuer: seen,
			authorization_endpoint: `${seen}/rest.php/oauth2/authorize`,
			token_endpoint: `${reached}/rest.php/oauth2/access_token`,
		},
		client: { client_id: wiki.oauth.clientId },
		auth: oauth.ClientSecretPost(wiki.oauth.clientSecret),
		profile: new URL(`${reached}/rest.php/oauth2/resource/profile`),
		redirectUri: `${config.publicOrigin}/v1/auth/callback`,
		insecure: reached.startsWith('http:'),
	};
}
