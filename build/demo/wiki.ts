/** The demo's wiki and the gadget on it, each run as a program of its own. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../setup/command.ts';
import { demo, root } from '../setup/folders.ts';
import { startService, type Service } from '../setup/service.ts';
import { backendOrigin } from './backend.ts';
import type { Ports } from './ports.ts';

/** What the wiki says of itself when it is ready. */
export interface WikiFacts {
	base: string;
	api: string;
	deploy: { user: string; password: string };
	password: string;
	people: { name: string; role: string }[];
	/** Handler → the file with the secret half of the published key. */
	keys: Record<string, string>;
}

const readyFile = join(demo, 'wiki-ready.json');

/**
 * Starts the wiki, with its progress shown on this terminal (some 25 seconds the first time). `keep` gets the service at
 * once, so that it can be ended before it is ready. Throws when the wiki ends instead of getting ready.
 */
export async function startDemoWiki(ports: Ports, keep: (service: Service) => void): Promise<WikiFacts> {
	rmSync(readyFile, { force: true });
	const options = {
		port: String(ports.wiki),
		folder: join(demo, 'wiki'),
		backend: backendOrigin(ports),
		ready: readyFile,
	};
	const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
	const service = startService(process.execPath, [join(root, 'test/wiki/demo.ts'), ...args], {
		cwd: root,
		log: 'terminal',
	});
	keep(service);
	while (!existsSync(readyFile)) {
		const failure = service.failure();
		if (failure !== undefined) throw new Error(`The wiki does not start: ${failure}`);
		await sleep(50);
	}
	return JSON.parse(readFileSync(readyFile, 'utf8')) as WikiFacts;
}

/** Installs the built gadget on the wiki; gives what the deploy said when it failed. */
export async function deployGadget(facts: WikiFacts): Promise<string | undefined> {
	const done = await run(process.execPath, [join(root, 'gadget/deploy.ts'), '--wiki', facts.api], {
		cwd: root,
		env: { ...process.env, WIKIHAVEN_BOT_USER: facts.deploy.user, WIKIHAVEN_BOT_PASSWORD: facts.deploy.password },
	});
	return done.code === 0 ? undefined : `${done.stdout}\n${done.stderr}`.trim();
}
