/** Signing in on the demo's wiki: Debian's package has no Extension:OAuth, so the stand-in of the tests takes its place. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demo, root } from '../setup/folders.ts';
import { startService, type Service } from '../setup/service.ts';
import type { Ports } from './ports.ts';

/** The client as it stands in both configurations, the backend's and the stand-in's. */
export interface OAuthClient {
	clientId: string;
	clientSecret: string;
	authorizeBase: string;
}

/** Starts it with a secret that lives as long as this run; throws when it ends instead of answering. */
export async function startOAuth(ports: Ports, api: string, keep: (service: Service) => void): Promise<OAuthClient> {
	const clientId = 'wikihaven-demo';
	const clientSecret = randomBytes(24).toString('base64url');
	const options = {
		port: String(ports.oauth),
		'wiki-api': api,
		'client-id': clientId,
		'redirect-uri': `http://haven.localhost:${ports.backend}/v1/auth/callback`,
	};
	const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
	const service = startService(process.execPath, [join(root, 'test/wiki/oauth/main.ts'), ...args], {
		cwd: root,
		env: { ...process.env, WIKIHAVEN_OAUTH_SECRET: clientSecret },
		log: join(demo, 'oauth.log'),
	});
	keep(service);
	const authorizeBase = `http://127.0.0.1:${ports.oauth}/w`;
	while (service.failure() === undefined) {
		const answer = await fetch(authorizeBase).catch(() => undefined);
		await answer?.arrayBuffer();
		if (answer) return { clientId, clientSecret, authorizeBase };
		await sleep(50);
	}
	throw new Error(`The sign-in does not start: ${service.failure()}`);
}
