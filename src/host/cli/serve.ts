/** `wikihaven serve`: runs the backend until it is told to stop. */
import { openLog } from '../../backend/log.ts';
import { startBackend } from '../../backend/server.ts';
import { StoreInUse } from '../../backend/store/open.ts';
import { configHelp, configOf, ownVersion } from './backend-config.ts';
import { startHasher } from './upload-hasher.ts';

export const name = 'serve';
export const summary = 'Runs the backend.';
export const help = `wikihaven serve [--config FILE]

Runs the backend until SIGTERM or SIGINT; requests under way are finished first. The store is brought up to date when it
starts. Logs are JSON lines on standard output: method, route, status, time.

${configHelp}`;

/** Why it could not start, in words; null for what is our own mistake. */
function reason(error: unknown): string | null {
	if (error instanceof StoreInUse) return `Another process uses the store ${error.message}.`;
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'EADDRINUSE') return 'The port is taken: set listen.port (WIKIHAVEN_PORT) to another one.';
	if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return 'This user may not listen there or use that folder.';
	if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'PostgreSQL does not answer at store.url.';
	return null;
}

export async function run(args: string[]): Promise<number> {
	const config = configOf(args);
	if (!config) return 1;
	const stopped = new Promise<void>((resolve) => {
		for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
	});
	try {
		const running = await startBackend({ config, log: openLog(config.logLevel), version: ownVersion(), startHasher });
		await stopped;
		await running.stop();
		return 0;
	} catch (error) {
		const why = reason(error);
		if (why === null) throw error;
		process.stderr.write(`${why}\n`);
		return 1;
	}
}
