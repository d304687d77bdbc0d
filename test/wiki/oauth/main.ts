/** The stand-in as a process of its own, for the demo: it says in a file when it is ready. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startOAuthStandIn } from './stand-in.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({
	options: { port: text, 'wiki-api': text, 'client-id': text, 'redirect-uri': text, ready: text },
});
const { port, 'wiki-api': wikiApi, 'client-id': clientId, 'redirect-uri': redirectUri, ready } = values;
// In the environment, because arguments can be read by everybody on a machine.
const clientSecret = process.env['WIKIHAVEN_OAUTH_SECRET'];
if (!port || !wikiApi || !clientId || !redirectUri || !clientSecret)
	throw new Error('needs --port, --wiki-api, --client-id, --redirect-uri and WIKIHAVEN_OAUTH_SECRET');

const standIn = await startOAuthStandIn({
	port: Number(port),
	wikiApi,
	clients: [{ clientId, clientSecret, redirectUri }],
});
if (ready) writeFileSync(ready, JSON.stringify({ base: standIn.base }));
process.on('SIGTERM', () => void standIn.stop().then(() => process.exit(0)));
