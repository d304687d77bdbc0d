/**
 * A stand-in for MediaWiki's Extension:OAuth, which Debian's package lacks: an OAuth 2 authorization server (library
 * @node-oauth/oauth2-server, code with PKCE, confidential clients) at the same three addresses, `rest.php/oauth2/authorize`,
 * `/access_token` and `/resource/profile`, with the same claims. Who a person is, it asks the test wiki.
 */
import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import OAuth2Server from '@node-oauth/oauth2-server';
import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { checkAtWiki, type CheckPerson, type Claims } from './claims.ts';
import { claimsOf, memoryModel, type OAuthClient } from './model.ts';

export type { OAuthClient } from './model.ts';

export interface OAuthStandInOptions {
	/** 0 for any free one. */
	readonly port: number;
	/** Address of the test wiki's api.php. */
	readonly wikiApi: string;
	readonly clients: readonly OAuthClient[];
	/** Instead of the wiki, for tests that need none. */
	readonly check?: CheckPerson;
}

export interface OAuthStandIn {
	/** To be set as `authorizeBase`. */
	readonly base: string;
	stop(): Promise<void>;
}

async function requestOf(c: Context): Promise<OAuth2Server.Request> {
	const body = c.req.method === 'POST' ? await c.req.parseBody() : {};
	return new OAuth2Server.Request({ headers: c.req.header(), method: c.req.method, query: c.req.query(), body });
}

/** Problems in the library's own form: `{error, error_description}`. */
function refusal(c: Context, error: unknown): Response {
	const known = error as { code?: number; name?: string; message?: string };
	const status = known.code === 401 ? 401 : known.code === 503 ? 503 : 400;
	return c.json({ error: known.name ?? 'server_error', error_description: known.message ?? '' }, status);
}

const form = (hint: string): string =>
	`<!doctype html><html lang="en"><meta charset="utf-8"><title>Log in</title><h1>Log in (stand-in)</h1><p>${hint}</p>` +
	'<form method="post"><label>User name <input name="username"></label><label>Password <input name="password" ' +
	'type="password"></label><button>Log in and allow</button></form></html>';

function routes(app: Hono, server: OAuth2Server, check: CheckPerson): void {
	// As the extension with a wiki's own session: who is logged in and has approved before sees no form again.
	const sessions = new Map<string, Claims>();

	async function personOf(c: Context, request: OAuth2Server.Request): Promise<Claims | null> {
		const { username, password } = request.body as { username?: string; password?: string };
		if (username === undefined || password === undefined) return sessions.get(getCookie(c, 'standin') ?? '') ?? null;
		const claims = await check(username, password);
		if (!claims) return null;
		const id = randomUUID();
		sessions.set(id, claims);
		setCookie(c, 'standin', id, { httpOnly: true, sameSite: 'Lax', path: '/' });
		return claims;
	}

	app.on(['GET', 'POST'], '/w/rest.php/oauth2/authorize', async (c) => {
		const request = await requestOf(c);
		const claims = await personOf(c, request);
		if (!claims) return c.html(form(c.req.method === 'POST' ? 'The wiki does not take this password.' : ''));
		const response = new OAuth2Server.Response({ headers: {} });
		try {
			await server.authorize(request, response, { authenticateHandler: { handle: () => claims } });
		} catch (error) {
			// With a good redirect address the refusal goes there, else it is said here.
			if (!response.headers?.['location']) return refusal(c, error);
		}
		return c.redirect(String(response.headers?.['location']), 302);
	});
	app.post('/w/rest.php/oauth2/access_token', async (c) => {
		const response = new OAuth2Server.Response({ headers: {} });
		try {
			await server.token(await requestOf(c), response);
			return c.json(response.body as object);
		} catch (error) {
			return refusal(c, error);
		}
	});
	app.get('/w/rest.php/oauth2/resource/profile', async (c) => {
		try {
			const token = await server.authenticate(await requestOf(c), new OAuth2Server.Response({ headers: {} }));
			return c.json(claimsOf(token));
		} catch (error) {
			return refusal(c, error);
		}
	});
}

export async function startOAuthStandIn(options: OAuthStandInOptions): Promise<OAuthStandIn> {
	const server = new OAuth2Server({ model: memoryModel(options.clients), accessTokenLifetime: 4 * 3600 });
	const app = new Hono();
	routes(app, server, options.check ?? checkAtWiki(new URL(options.wikiApi).origin));
	const http = createAdaptorServer({ fetch: app.fetch }) as Server;
	await new Promise<void>((ready, fail) => {
		http.once('error', fail);
		http.listen(options.port, '127.0.0.1', () => ready());
	});
	const address = http.address();
	const port = typeof address === 'object' && address ? address.port : options.port;
	return {
		base: `http://127.0.0.1:${port}/w`,
		stop: () =>
			new Promise((done) => {
				http.close(() => done());
				http.closeAllConnections();
			}),
	};
}
