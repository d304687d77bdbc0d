/** One line a request: method, route pattern, status, time; never an address, an id or a header. */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Log } from '../log.ts';

export function requestLog(log: Log): MiddlewareHandler {
	return async (c, next) => {
		const start = performance.now();
		await next();
		const pattern = routePath(c, -1);
		log.info('request', {
			method: c.req.method,
			// What no route took may be anything at all, also a secret in the wrong place.
			route: c.res.status === 404 && pattern.endsWith('*') ? '(none)' : pattern,
			status: c.res.status,
			ms: Math.round(performance.now() - start),
		});
	};
}
