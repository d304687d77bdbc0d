/** Starts the service and stops it: requests under way are finished, then the store is closed. */
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { createApp } from './app.ts';
import type { BackendConfig } from './config.ts';
import { startDuty } from './jobs/duty.ts';
import { startHeads } from './jobs/heads.ts';
import { startSweep } from './jobs/sweep.ts';
import { openLive } from './live.ts';
import type { Log } from './log.ts';
import { openSigner } from './receipts.ts';
import type { Services } from './services.ts';
import { openStanding } from './standing/open.ts';
import { openIntake } from './store/intake.ts';
import { openStore } from './store/open.ts';
import type { Hasher } from './upload/hasher.ts';
import { startUpload } from './upload/start.ts';
import { openBots } from './wiki/bot.ts';
import type { WikiDirectory } from './wiki/directory.ts';
import { liveDirectory } from './wiki/live-directory.ts';

/** Requests that have not ended by then are cut off, ms. */
const grace = 10_000;

export interface Running {
	/** The port that it listens on: the configured one, or a free one where that is 0. */
	readonly port: number;
	stop(): Promise<void>;
}

export interface StartOptions {
	readonly config: BackendConfig;
	readonly log: Log;
	readonly version: string;
	readonly now?: () => number;
	/** Instead of the real wikis. */
	readonly directory?: WikiDirectory;
	/** Hashes stored files; needed where hash checking is configured. */
	readonly startHasher?: () => Hasher;
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

function finish(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => server.closeAllConnections(), grace);
		server.close(() => {
			clearTimeout(timer);
			resolve();
		});
		server.closeIdleConnections();
	});
}

/** Throws StoreInUse, the store's error, or the system's where the port is taken. */
export async function startBackend({ config, log, version, now = Date.now, ...given }: StartOptions): Promise<Running> {
	const ending = new AbortController();
	const live = given.directory ? null : liveDirectory(config.wikis, version, now, ending.signal);
	const directory = given.directory ?? live;
	if (!directory) throw new Error('no directory');
	const store = openStore(config.store);
	let upload: Awaited<ReturnType<typeof startUpload>> = null;
	try {
		const steps = await store.migrate();
		if (steps.length > 0) log.info('store migrated', { store: store.kind, steps: steps.join(' ') });
		const receipts = await openSigner(store, config.keyFolder, now());
		const standing = await openStanding(config, now);
		// Made now, not while somebody waits for it.
		await standing.tokens.current();
		upload = await startUpload({ config, store, receipts, log, now, version, startHasher: given.startHasher });
		const services: Services = {
			config,
			store,
			upload: upload?.service ?? null,
			intake: openIntake(store),
			directory,
			bots: openBots(config.wikis, version, ending.signal),
			receipts,
			standing,
			live: openLive(store, now),
			log,
			now,
			version,
			wikiIsStale: () => live?.isStale() ?? false,
		};
		const server = createAdaptorServer({ fetch: createApp(services).fetch }) as Server;
		// A client that sends a byte a minute must not hold a connection.
		server.requestTimeout = 60_000;
		const port = await listen(server, config.listen);
		startSweep(services, ending.signal);
		startHeads(services, ending.signal);
		startDuty(services, ending.signal);
		log.info('listening', { port, store: store.kind });
		return {
			port,
			async stop() {
				services.live.stop();
				await finish(server);
				ending.abort();
				await upload?.stop();
				await store.close();
				log.info('stopped');
			},
		};
	} catch (error) {
		ending.abort();
		await upload?.stop();
		await store.close();
		throw error;
	}
}
