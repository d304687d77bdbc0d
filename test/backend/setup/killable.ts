/** Starts the backend as a process of its own, to be killed and started again over the same store. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BackendConfigInput } from '../../../src/backend/config.ts';
import type { StoreConfig } from '../../../src/backend/store/open.ts';
import type { ChildFile } from './child.ts';
import { wikiA, type World } from './people.ts';

export interface Killable {
	readonly origin: string;
	/** SIGKILL, and waits until it is gone. */
	kill(): Promise<void>;
	/** SIGTERM; answers the exit code. */
	stop(): Promise<number | null>;
}

/** Writes what the process needs into the folder; start it as often as needed with `start`. */
export function killableBackend(world: World, store: StoreConfig, folder: string): { start(): Promise<Killable> } {
	const wiki = world.wikis.get(wikiA);
	if (!wiki?.config.ok) throw new Error('the world has no wiki');
	const many = { points: 1e9, seconds: 60 };
	const config: BackendConfigInput = {
		listen: { port: 0 },
		publicOrigin: 'http://haven.test',
		operator: 'Tests',
		store,
		keyFolder: join(folder, 'keys'),
		wikis: [{ base: wikiA }],
		staff: world.staff,
		rates: { read: many, send: many, report: many, signIn: many },
		// Any nonce will do.
		standing: { workBits: 0 },
	};
	const file = join(folder, 'child.json');
	const content: ChildFile = { config, wiki: wiki.config.value, keys: [...wiki.keys] };
	writeFileSync(file, JSON.stringify(content));
	return {
		async start() {
			const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), file], {
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			const exit = once(child, 'exit') as Promise<[number | null]>;
			if (!child.stdout) throw new Error('no output');
			const port = await new Promise<number>((found, fail) => {
				void exit.then(() => fail(new Error('the backend ended before it listened')));
				createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
					const said = JSON.parse(line) as { msg: string; port?: number };
					if (said.msg === 'listening' && said.port !== undefined) found(said.port);
				});
			});
			return {
				origin: `http://127.0.0.1:${port}`,
				async kill() {
					child.kill('SIGKILL');
					await exit;
				},
				async stop() {
					child.kill('SIGTERM');
					return (await exit)[0];
				},
			};
		},
	};
}
