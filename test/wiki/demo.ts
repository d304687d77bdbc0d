/** The demo's wiki as a process of its own: starts it, writes its Wikihaven page, and says in a file when it is ready. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoHandlerKeys } from './demo-keys.ts';
import { wikihavenConfig } from './haven-config.ts';
import { deployBot, password, people } from './seeds/people.ts';
import { startWiki, type Wiki } from './start.ts';

const { values } = parseArgs({
	options: {
		port: { type: 'string' },
		folder: { type: 'string' },
		backend: { type: 'string' },
		ready: { type: 'string' },
	},
});
const { port, folder, backend, ready } = values;
if (!port || !folder || !backend || !ready) throw new Error('demo.ts needs --port, --folder, --backend and --ready');

/** Writes the configuration when it names another backend, so that the page keeps the changes a person made to it. */
async function configure(wiki: Wiki, origin: string): Promise<void> {
	const admin = await wiki.apiAs('Admin');
	const title = 'MediaWiki:Wikihaven.json';
	const answer = await admin.fetch(`/w/index.php?title=${title}&action=raw`);
	const text = await answer.text();
	if (answer.ok && text.includes(JSON.stringify(origin))) return;
	await admin.edit(title, JSON.stringify(wikihavenConfig(origin), null, '\t'), 'Where this wiki’s Wikihaven is');
}

rmSync(ready, { force: true });
const wiki = await startWiki({ port: Number(port), folder, seeds: 'demo' });
await configure(wiki, backend);
mkdirSync(dirname(ready), { recursive: true });
const keys = await demoHandlerKeys(wiki, join(dirname(ready), 'keys'));
const facts = { base: wiki.base, api: wiki.api, deploy: deployBot, password, people, keys };
writeFileSync(`${ready}.part`, JSON.stringify(facts));
renameSync(`${ready}.part`, ready);

process.on('SIGTERM', () => void wiki.stop().then(() => process.exit(0)));
// The web server is no reason for Node to stay; the signal that ends this process is.
setInterval(() => {}, 2 ** 30);
