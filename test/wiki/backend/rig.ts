/** The backend in this process over a real wiki, with a clock that a test can move. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { freePort } from '../../../build/setup/ports.ts';
import { BackendConfigSchema, type BackendConfigInput } from '../../../src/backend/config.ts';
import { openLog } from '../../../src/backend/log.ts';
import { startBackend } from '../../../src/backend/server.ts';
import { newKey, type KeyPair } from '../../backend/setup/people.ts';
import { wikihavenConfig, type WrittenConfig } from '../haven-config.ts';
import { startOAuthStandIn } from '../oauth/stand-in.ts';
import type { Wiki } from '../start.ts';
import { testWiki } from '../testbed.ts';

export interface Rig {
	readonly wiki: Wiki;
	readonly wikiBase: string;
	/** As browsers know it. */
	readonly origin: string;
	/** As Node reaches it. */
	readonly local: string;
	readonly staff: ReadonlyMap<string, KeyPair>;
	readonly clock: { ahead: number };
	/** The folder that is served as the panel. */
	readonly panel: string;
	/** Writes MediaWiki:Wikihaven.json. */
	configure(change?: Partial<WrittenConfig>): Promise<void>;
	stop(): Promise<void>;
}

const roles = ['recovery', 'safety'];

export async function startRig(): Promise<Rig> {
	const folder = mkdtempSync(join(tmpdir(), 'wikihaven-rig-'));
	const [wiki, port] = [await testWiki(), await freePort()];
	const origin = `http://haven.localhost:${port}`;
	const client = { clientId: 'rig', clientSecret: 'of the rig', redirectUri: `${origin}/v1/auth/callback` };
	const standIn = await startOAuthStandIn({ port: 0, wikiApi: wiki.api, clients: [client] });
	const staff = new Map<string, KeyPair>();
	for (const role of roles) staff.set(role, await newKey());
	const panel = join(folder, 'panel');
	mkdirSync(panel);
	writeFileSync(join(panel, 'panel.html'), '<!doctype html><title>panel</title>');
	const config: BackendConfigInput = {
		listen: { port },
		publicOrigin: origin,
		operator: 'The tests',
		store: { kind: 'sqlite', path: join(folder, 'haven.sqlite') },
		keyFolder: join(folder, 'keys'),
		wikis: [
			{
				base: `${wiki.base}/w`,
				oauth: { clientId: client.clientId, clientSecret: client.clientSecret, authorizeBase: standIn.base },
			},
		],
		staff: [...staff].map(([role, key]) => ({ role, name: `Staff for ${role}`, key: key.public })),
		panelFolder: panel,
		// Any nonce will do.
		standing: { workBits: 0 },
	};
	const clock = { ahead: 0 };
	const backend = await startBackend({
		config: v.parse(BackendConfigSchema, config),
		log: openLog('silent'),
		version: 'test',
		now: () => Date.now() + clock.ahead,
	});
	const configure: Rig['configure'] = async (change) => {
		await wiki.edit('Admin', 'MediaWiki:Wikihaven.json', JSON.stringify(wikihavenConfig(origin, change)));
	};
	await configure();
	return {
		wiki,
		wikiBase: `${wiki.base}/w`,
		origin,
		local: `http://127.0.0.1:${port}`,
		staff,
		clock,
		panel,
		configure,
		async stop() {
			await backend.stop();
			await standIn.stop();
			await wiki.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
