/** Everything at once for an end-to-end test: a real wiki, the real backend as a process, staff and handlers with keys. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unpackedOrigin } from '../../build/demo/backend.ts';
import { root } from '../../build/setup/folders.ts';
import { freePort } from '../../build/setup/ports.ts';
import { startService, type Service } from '../../build/setup/service.ts';
import type { BackendConfigInput } from '../../src/backend/config.ts';
import { newSecret } from '../../src/panel/sealing/backup.ts';
import { handlerKeysOf } from '../../src/panel/sealing/key-material.ts';
import { deployGadget, gadgetIsLive } from './gadget.ts';
import { wikihavenConfig, type WrittenConfig } from './haven-config.ts';
import type { Wiki } from './start.ts';
import { startOAuthStandIn } from './oauth/stand-in.ts';
import { testWiki } from './testbed.ts';

export interface Stack {
	readonly wiki: Wiki;
	/** The wiki as clients name it. */
	readonly wikiBase: string;
	/** As browsers reach it. */
	readonly origin: string;
	/** As Node reaches it: its resolver does not know *.localhost. */
	readonly local: string;
	readonly folder: string;
	readonly database: string;
	readonly log: string;
	/** AGE-SECRET-KEY of each handler and staff role. */
	readonly secrets: ReadonlyMap<string, string>;
	configure(change: Partial<WrittenConfig>): Promise<void>;
	/** Installs the built gadget by the project's own deploy. */
	deployGadget(): Promise<void>;
	stopBackend(): Promise<void>;
	startBackend(): Promise<void>;
	/** The backend takes what comes and answers nothing until it is resumed. */
	pauseBackend(): void;
	resumeBackend(): void;
	stop(): Promise<void>;
}

const staffRoles = ['recovery', 'safety', 'child-safety'];
const custodians = ['Cora', 'Cem'];
const handlers = ['Mira', 'Tomás', 'Oluchi', 'Nadia', 'Ivo'];

/** Makes a key for somebody and publishes it as they would, on their own page by their own account. */
export async function publishHandlerKey(wiki: Wiki, name: string): Promise<string> {
	const secret = await newSecret();
	const { public: key } = await handlerKeysOf(secret);
	await wiki.edit(name, `User:${name}/Wikihaven.json`, JSON.stringify({ wikihaven: 1, key, confirms: [] }));
	return secret;
}

/** `seeds: 'demo'` (default) brings the talk pages; `settings` are PHP lines for the wiki. */
export async function startStack(
	options: {
		seeds?: 'people' | 'demo';
		settings?: string;
		/** Hash checking, for a wiki of this base. */
		upload?: (wikiBase: string) => BackendConfigInput['upload'];
	} = {},
): Promise<Stack> {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-stack-'));
	const { seeds = 'demo', settings = '' } = options;
	const [port, wiki] = await Promise.all([freePort(), testWiki({ seeds, settings })]);
	const origin = `http://haven.localhost:${port}`;
	const local = `http://127.0.0.1:${port}`;
	const secrets = new Map<string, string>();
	const staff: BackendConfigInput['staff'] = [];
	for (const role of staffRoles) {
		const secret = await newSecret();
		secrets.set(role, secret);
		staff.push({ role, name: `Staff for ${role}`, key: (await handlerKeysOf(secret)).public });
	}
	// Two, so that a name can be sealed apart.
	for (const name of custodians) {
		const secret = await newSecret();
		secrets.set(name, secret);
		staff.push({ role: 'custodian', name, key: (await handlerKeysOf(secret)).public });
	}
	for (const name of handlers) secrets.set(name, await publishHandlerKey(wiki, name));

	const configure = async (change: Partial<WrittenConfig>): Promise<void> => {
		await wiki.edit('Admin', 'MediaWiki:Wikihaven.json', JSON.stringify(wikihavenConfig(origin, change), null, '\t'));
	};
	await configure({});

	const client = { clientId: 'wikihaven-test', clientSecret: 'a-secret-of-the-test-wiki-only' };
	const redirectUri = `${origin}/v1/auth/callback`;
	const standIn = await startOAuthStandIn({ port: 0, wikiApi: wiki.api, clients: [{ ...client, redirectUri }] });
	const oauth = { ...client, authorizeBase: standIn.base };
	const database = join(folder, 'haven.sqlite');
	const config: BackendConfigInput = {
		listen: { host: '127.0.0.1', port },
		publicOrigin: origin,
		operator: 'The Wikihaven tests',
		store: { kind: 'sqlite', path: database },
		keyFolder: join(folder, 'keys'),
		wikis: [{ base: `${wiki.base}/w`, oauth }],
		staff,
		extensions: { chrome: [unpackedOrigin(join(root, 'dist', 'chromium'))], firefox: true },
		panelFolder: join(root, 'dist', 'panel'),
		upload: options.upload?.(`${wiki.base}/w`),
	};
	const configFile = join(folder, 'haven.json');
	writeFileSync(configFile, JSON.stringify(config), { mode: 0o600 });

	const log = join(folder, 'backend.log');
	let backend: Service | undefined;
	const startBackend = async (): Promise<void> => {
		const args = [join(root, 'src/host/cli/main.ts'), 'serve', '--config', configFile];
		const started = startService(process.execPath, args, { cwd: root, log });
		backend = started;
		for (let tries = 0; tries < 400 && !started.failure(); tries++) {
			const answer = await fetch(`${local}/health`).catch(() => undefined);
			await answer?.arrayBuffer();
			if (answer?.ok) return;
			await sleep(25);
		}
		throw new Error(`The backend does not start: ${started.failure() ?? 'no answer'}`);
	};
	const stopBackend = async (): Promise<void> => backend?.stop();
	await startBackend();
	return {
		wiki,
		wikiBase: `${wiki.base}/w`,
		origin,
		local,
		folder,
		database,
		log,
		secrets,
		configure,
		deployGadget: async () => {
			await deployGadget(wiki, '--origin', origin);
			await gadgetIsLive(wiki);
		},
		startBackend,
		stopBackend,
		pauseBackend: () => backend?.signal('SIGSTOP'),
		resumeBackend: () => backend?.signal('SIGCONT'),
		stop: async () => {
			await stopBackend();
			await standIn.stop();
			await wiki.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
