/** The backend for a test: the real application on a real port, with a world of people instead of wikis. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import * as v from 'valibot';
import { createApp } from '../../../src/backend/app.ts';
import { hashOf, newSecret, sealName } from '../../../src/backend/auth/seal.ts';
import { BackendConfigSchema, type BackendConfigInput } from '../../../src/backend/config.ts';
import { openLive } from '../../../src/backend/live.ts';
import { openLog } from '../../../src/backend/log.ts';
import { openSigner } from '../../../src/backend/receipts.ts';
import type { Services } from '../../../src/backend/services.ts';
import { openStanding } from '../../../src/backend/standing/open.ts';
import { openIntake } from '../../../src/backend/store/intake.ts';
import { openStore, type Store, type StoreConfig } from '../../../src/backend/store/open.ts';
import { bodyOf, type MadeReport } from './sealed.ts';
import { startUpload } from '../../../src/backend/upload/start.ts';
import { startHasher } from '../../../src/host/cli/upload-hasher.ts';
import { wikiA, wikiB, type KeyPair, type World } from './people.ts';

export interface Answer {
	readonly status: number;
	/** The JSON that came, or the text where it is none. */
	readonly body: Record<string, unknown>;
	readonly headers: Headers;
}

export interface TestBackend {
	readonly origin: string;
	readonly store: Store;
	readonly services: Services;
	/** Everything it logged. */
	readonly logged: string[];
	/** The clock it goes by, ms; tests move it. */
	clock: { now: number };
	call(
		method: string,
		path: string,
		given?: { auth?: string; body?: unknown; headers?: Record<string, string> },
	): Promise<Answer>;
	send(made: MadeReport): Promise<Answer>;
	/** A session without the sign-in before it: its Authorization header. */
	signIn(user: string, wiki?: string): Promise<string>;
	/** What whoever has this session signs with, `signIn` having made it; null for somebody without a key. */
	signerOf(auth: string): KeyPair | null;
	stop(): Promise<void>;
}

const many = { points: 1e6, seconds: 60 };
/** No test meets a limit that it does not set. */
const manyOfEach: Required<BackendConfigInput>['rates'] = {
	read: many,
	send: many,
	report: many,
	threat: many,
	token: many,
	follow: many,
	signIn: many,
	upload: many,
};

export async function startTestBackend(
	world: World,
	store: StoreConfig,
	change: Partial<BackendConfigInput> = {},
): Promise<TestBackend> {
	const keyFolder = mkdtempSync(join(tmpdir(), 'wikihaven-keys-'));
	const config = v.parse(BackendConfigSchema, {
		listen: { port: 0 },
		publicOrigin: 'http://haven.test',
		operator: 'Tests',
		store,
		keyFolder,
		wikis: [{ base: wikiA }, { base: wikiB }],
		staff: world.staff,
		rates: manyOfEach,
		// Any nonce will do; what asks for work says so.
		standing: { workBits: 0 },
		...change,
	} satisfies BackendConfigInput);
	const users = new Map<string, string>();
	const clock = { now: Date.parse('2026-05-01T12:00:00Z') };
	const logged: string[] = [];
	const opened = openStore(config.store);
	await opened.migrate();
	const receipts = await openSigner(opened, keyFolder, clock.now);
	const log = openLog('debug', { write: (line: string) => void logged.push(line) });
	const now = (): number => clock.now;
	const upload = await startUpload({ config, store: opened, receipts, log, now, version: 'test', startHasher });
	const services: Services = {
		config,
		store: opened,
		intake: openIntake(opened),
		directory: world.directory,
		wikiIsStale: () => false,
		upload: upload?.service ?? null,
		bots: new Map(),
		receipts,
		standing: await openStanding(config, now),
		live: openLive(opened, now),
		log,
		now,
		version: 'test',
	};
	const server = createAdaptorServer({ fetch: createApp(services).fetch }) as Server;
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
	const address = server.address();
	const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

	const call: TestBackend['call'] = async (method, path, { auth, body, headers = {} } = {}) => {
		const response = await fetch(origin + path, {
			method,
			redirect: 'manual',
			headers: { ...headers, ...(auth === undefined ? {} : { authorization: auth }) },
			...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		});
		const text = await response.text();
		const isJson = (response.headers.get('content-type') ?? '').includes('json');
		return {
			status: response.status,
			headers: response.headers,
			body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text },
		};
	};
	return {
		origin,
		store: opened,
		services,
		logged,
		clock,
		call,
		send: (made) => call('PUT', `/v1/reports/${made.id}`, { auth: `Capability ${made.secret}`, body: bodyOf(made) }),
		async signIn(user, wiki = wikiA) {
			const token = newSecret();
			const row = { token: hashOf(token), wiki, person: sealName(token, user), until: clock.now + 3_600_000 };
			await opened.tx((tx) => tx.insertInto('session').values(row).execute());
			users.set(`Bearer ${token}`, user);
			return `Bearer ${token}`;
		},
		signerOf: (auth) => world.keys.get((users.get(auth) ?? '').replace(/^Staff /, '')) ?? null,
		async stop() {
			services.live.stop();
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
			await upload?.stop();
			await opened.close();
			rmSync(keyFolder, { recursive: true, force: true });
		},
	};
}
