/** Asks the lists' sources for changes every hour, and deletes what was withdrawn with its list. */
import type { Log } from '../log.ts';
import type { Store } from '../store/open.ts';
import { deleteRemoved } from '../store/upload-removal.ts';
import type { Upload } from '../upload/upload.ts';

const every = 60 * 60 * 1000;

interface Needs {
	readonly store: Store;
	readonly log: Log;
	now(): number;
}

export function keepListsFresh({ checking, lists }: Upload, { store, log, now }: Needs, signal: AbortSignal): void {
	async function run(): Promise<void> {
		for (const { id, source } of checking.lists) if (source) await lists.fetch(id);
		await deleteRemoved(store, now() - every);
	}
	const timer = setInterval(() => {
		run().catch((error: unknown) => log.error('the hash lists were not brought up to date', error));
	}, every);
	timer.unref();
	signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
