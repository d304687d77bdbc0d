/** The demo's backend: its configuration file, and the service itself. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demo, root } from '../setup/folders.ts';
import { startService, type Service } from '../setup/service.ts';
import type { OAuthClient } from './oauth.ts';
import type { Ports } from './ports.ts';
import { demoStaff } from './staff.ts';

/** A name of its own: wiki and backend are two sites, as in life. Browsers resolve *.localhost by themselves. */
export const backendOrigin = (ports: Ports): string => `http://haven.localhost:${ports.backend}`;
export const wikiOrigin = (ports: Ports): string => `http://127.0.0.1:${ports.wiki}`;

/** Chromium names an unpacked extension after its folder: the SHA-256 of the path, 32 digits written a to p. */
export function unpackedOrigin(folder: string): string {
	const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
	const id = digits.replace(/[0-9a-f]/g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
	return `chrome-extension://${id}`;
}

/** Writes `.demo/haven.json` and gives its path. */
export async function writeBackendConfig(ports: Ports, oauth?: OAuthClient): Promise<string> {
	const file = join(demo, 'haven.json');
	const config = {
		listen: { host: '127.0.0.1', port: ports.backend },
		publicOrigin: backendOrigin(ports),
		operator: 'The Wikihaven demo on this machine',
		store: { kind: 'sqlite', path: 'backend/haven.sqlite' },
		keyFolder: 'backend/keys',
		wikis: [{ base: `${wikiOrigin(ports)}/w`, ...(oauth ? { oauth } : {}) }],
		staff: await demoStaff(),
		extensions: { chrome: [unpackedOrigin(join(root, 'dist', 'chromium'))], firefox: true },
		panelFolder: join(root, 'dist', 'panel'),
	};
	mkdirSync(join(demo, 'backend', 'keys'), { recursive: true, mode: 0o700 });
	writeFileSync(file, JSON.stringify(config, null, '\t'), { mode: 0o600 });
	return file;
}

/** Starts the backend and waits until it answers; `keep` gets it at once. Throws with the end of its log when it ends instead. */
export async function startBackend(ports: Ports, config: string, keep: (service: Service) => void): Promise<void> {
	const backend = startService(process.execPath, [join(root, 'src/host/cli/main.ts'), 'serve', '--config', config], {
		cwd: root,
		log: join(demo, 'backend.log'),
	});
	keep(backend);
	for (let tries = 0; tries < 400 && !backend.failure(); tries++) {
		const answer = await fetch(`http://127.0.0.1:${ports.backend}/health`).catch(() => undefined);
		await answer?.arrayBuffer();
		if (answer?.ok) return;
		await sleep(50);
	}
	throw new Error(`The backend does not start: ${backend.failure() ?? 'it does not answer'}`);
}
