/** `npm start`: installs what the demo needs, builds, starts wiki and backend, installs the gadget, and says where to go. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBackend, writeBackendConfig } from './demo/backend.ts';
import { openChromium } from './demo/chromium.ts';
import { greeting } from './demo/greeting.ts';
import { startOAuth } from './demo/oauth.ts';
import { choosePorts, type Ports } from './demo/ports.ts';
import { deployGadget, startDemoWiki, type WikiFacts } from './demo/wiki.ts';
import { tryLock } from './lock.mjs';
import { cache, demo } from './setup/folders.ts';
import { lacks, setUp } from './setup/main.ts';
import { say } from './setup/progress.ts';
import type { Service } from './setup/service.ts';

const { values: wanted } = parseArgs({ options: { open: { type: 'boolean' }, fresh: { type: 'boolean' } } });
const services: Service[] = [];

// Nothing else keeps this process: it lives until it is told to end.
setInterval(() => {}, 2 ** 30);

let stopping: Promise<never> | undefined;
/** Ends what was started, last first, and this process with it. */
function stopAll(code: number): Promise<never> {
	stopping ??= (async () => {
		say('Stopping ...');
		for (const service of services.toReversed()) await service.stop();
		process.exit(code);
	})();
	return stopping;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0));

/** Keeps a service; when it ends by itself, everything ends with a word on why. */
const keep =
	(name: string) =>
	(service: Service): void => {
		services.push(service);
		void service.ended.then(() => {
			if (stopping) return undefined;
			say(`${name} has ended. ${service.failure() ?? ''}`);
			return stopAll(1);
		});
	};

async function build(): Promise<void> {
	say('Building the extension, the gadget and the panel ...');
	const { buildAll } = await import('./main.ts');
	await buildAll();
}

async function wiki(ports: Ports, missing: readonly string[]): Promise<WikiFacts | undefined> {
	if (missing.length) {
		say('Without these there is no demo wiki; the backend and the builds come all the same:');
		for (const sentence of missing) say(`  ${sentence}`);
		return undefined;
	}
	say('Starting the wiki ...');
	return startDemoWiki(ports, keep('The wiki'));
}

async function main(): Promise<void> {
	const lock = tryLock(join(cache, 'start.lock'));
	if (!('release' in lock)) {
		say(`The demo runs already (process ${lock.holder}). Stop it there with Ctrl-C first.`);
		process.exit(1);
	}
	if (wanted.fresh) rmSync(demo, { recursive: true, force: true });
	const missing = lacks(await setUp(['php', 'mediawiki']));
	const ports = await choosePorts();
	if (!ports.ok) {
		say(ports.missing);
		process.exit(1);
	}
	const [facts] = await Promise.all([wiki(ports.value, missing), build()]);
	say('Starting the backend ...');
	const oauth = facts && (await startOAuth(ports.value, facts.api, keep('The sign-in')));
	await startBackend(ports.value, await writeBackendConfig(ports.value, oauth), keep('The backend'));
	if (facts) {
		say('Installing the gadget ...');
		const trouble = await deployGadget(facts);
		if (trouble !== undefined) say(`The gadget could not be installed: ${trouble}`);
	}
	process.stdout.write(greeting(ports.value, facts));
	if (wanted.open) await open(facts);
}

async function open(facts: WikiFacts | undefined): Promise<void> {
	for (const sentence of lacks(await setUp(['chromium', 'fonts']))) say(sentence);
	const opened = openChromium(`${facts?.base ?? 'about:blank'}/wiki/Talk:Village_pond`);
	if (!opened.ok) return say(opened.missing);
	services.push(opened.value);
	say('Chromium is open, with the extension.');
}

await main().catch((error: unknown) => {
	if (stopping) return undefined;
	say(error instanceof Error ? error.message : String(error));
	return stopAll(1);
});
