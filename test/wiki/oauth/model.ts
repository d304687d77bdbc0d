/** What the stand-in remembers: clients, codes and tokens, in memory. */
import type OAuth2Server from '@node-oauth/oauth2-server';
import type { Claims } from './claims.ts';

export interface OAuthClient {
	readonly clientId: string;
	readonly clientSecret: string;
	readonly redirectUri: string;
}

export function memoryModel(clients: readonly OAuthClient[]): OAuth2Server.AuthorizationCodeModel {
	const codes = new Map<string, OAuth2Server.AuthorizationCode>();
	const tokens = new Map<string, OAuth2Server.Token>();
	return {
		getClient(id, secret) {
			const found = clients.find((one) => one.clientId === id);
			// No secret is given where only the address is asked for; at the token endpoint the library insists on one.
			if (!found || (secret !== null && secret !== found.clientSecret)) return Promise.resolve(false);
			return Promise.resolve({ id, grants: ['authorization_code'], redirectUris: [found.redirectUri] });
		},
		saveAuthorizationCode(code, client, user) {
			const kept = { ...code, client, user };
			codes.set(code.authorizationCode, kept);
			return Promise.resolve(kept);
		},
		getAuthorizationCode: (code) => Promise.resolve(codes.get(code)),
		revokeAuthorizationCode: (code) => Promise.resolve(codes.delete(code.authorizationCode)),
		saveToken(token, client, user) {
			const kept = { ...token, client, user };
			tokens.set(token.accessToken, kept);
			return Promise.resolve(kept);
		},
		getAccessToken: (token) => Promise.resolve(tokens.get(token)),
	};
}

export const claimsOf = (token: OAuth2Server.Token): Claims => token.user as Claims;
