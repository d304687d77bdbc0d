/** The whole service as one Hono application: headers, log, routes, pages. */
import { Hono } from 'hono';
import { openapi } from './openapi.ts';
import { serveCallback } from './pages/callback.ts';
import { servePanel } from './pages/panel.ts';
import { serveVerify } from './pages/verify.ts';
import { extensionCors, securityHeaders } from './routes/headers.ts';
import { openRates } from './routes/rates.ts';
import { problemAnswer, register } from './routes/register.ts';
import { handlers } from './routes/registry.ts';
import { requestLog } from './routes/request-log.ts';
import type { Services } from './services.ts';

export function createApp(services: Services): Hono {
	const { config, log } = services;
	const app = new Hono();
	const rates = openRates(config);
	app.use(requestLog(log), securityHeaders(config), extensionCors(config));
	app.onError((error, c) => {
		log.error('request failed', error);
		return problemAnswer(c, { problem: 'server-error', params: [] });
	});
	app.notFound((c) => problemAnswer(c, { problem: 'not-found', params: [] }));
	register(app, handlers, services, rates);
	const document = openapi(config, services.version);
	app.get('/openapi.json', (c) => c.json(document));
	serveCallback(app, services, rates);
	serveVerify(app, services);
	servePanel(app, config);
	return app;
}
