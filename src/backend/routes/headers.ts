/** Headers on every answer: nothing may embed, sniff, cache or leak it, and only listed extensions may read it elsewhere. */
import type { MiddlewareHandler } from 'hono';
import type { BackendConfig } from '../config.ts';
import { isListedClient } from '../auth/origins.ts';

/** What an answer gets that says nothing itself. */
const usual: readonly (readonly [name: string, value: string])[] = [
	['Content-Security-Policy', "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
	['X-Content-Type-Options', 'nosniff'],
	['Referrer-Policy', 'no-referrer'],
	['Cross-Origin-Opener-Policy', 'same-origin'],
	['Cross-Origin-Resource-Policy', 'same-origin'],
	['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()'],
	['Cache-Control', 'no-store'],
];

export function securityHeaders(config: Pick<BackendConfig, 'publicOrigin'>): MiddlewareHandler {
	const isHttps = config.publicOrigin.startsWith('https:');
	return async (c, next) => {
		await next();
		for (const [name, value] of usual) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
		if (isHttps) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000');
	};
}

/** No cookies anywhere, so this opens nothing that a bearer of the secret could not do: it keeps other pages from trying. */
export function extensionCors(config: Pick<BackendConfig, 'extensions'>): MiddlewareHandler {
	return async (c, next) => {
		const origin = c.req.header('origin') ?? '';
		const isListed = isListedClient(config, origin);
		if (c.req.method === 'OPTIONS' && isListed) {
			c.header('Access-Control-Allow-Methods', 'GET, PUT, POST, DELETE');
			c.header('Access-Control-Allow-Headers', 'Authorization, Content-Type');
			c.header('Access-Control-Max-Age', '600');
			c.res = c.body(null, 204);
		} else await next();
		c.header('Vary', 'Origin', { append: true });
		if (isListed) {
			c.header('Access-Control-Allow-Origin', origin);
			c.header('Access-Control-Expose-Headers', 'Retry-After');
			c.header('Cross-Origin-Resource-Policy', 'cross-origin');
		}
	};
}
