/** The panel's end of the hash workers: two at most, a file each, ended with their signal or when a file hangs one. */
import { proxy, transfer, wrap, type Remote } from 'comlink';
import type { ViewHash } from '../../contract/upload-views.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { HashedFile, HashSession } from './hash-session.ts';

/** Files at once: each may hold a large picture several times. */
const most = 2;
/** The longest that one file may take, ms; a large video is read whole. */
const patience = 120_000;

interface Slot {
	readonly worker: Worker;
	readonly session: Remote<HashSession>;
}

/** What a file's work may ask of the worker that it has to itself. */
export interface Hashing {
	file(file: Blob, told: (part: number) => void): Promise<HashedFile>;
	picture(bitmap: ImageBitmap): Promise<ViewHash[]>;
}

export interface HashPool {
	/** Waits for a worker; `cancelled` where `signal` ends first, `timed-out` or `server-error` where the worker did. */
	run<T>(work: (hashing: Hashing) => Promise<T>): Promise<Outcome<T>>;
}

const hashingOf = ({ session }: Slot): Hashing => ({
	file: (file, told) => session.file(file, proxy(told)),
	picture: (bitmap) => session.picture(transfer(bitmap, [bitmap])),
});

export function createHashPool(workerUrl: string, signal: AbortSignal): HashPool {
	const idle: Slot[] = [];
	const waiting: (() => void)[] = [];
	let busy = 0;

	/** Null where no worker may be started here. */
	const start = (): Slot | null => {
		try {
			const worker = new Worker(workerUrl, { type: 'module' });
			signal.addEventListener('abort', () => worker.terminate());
			return { worker, session: wrap<HashSession>(worker) };
		} catch {
			return null;
		}
	};
	const turn = async (): Promise<void> => {
		if (busy >= most) await new Promise<void>((go) => waiting.push(go));
		busy++;
	};
	const over = (): void => {
		busy--;
		waiting.shift()?.();
	};

	return {
		async run(work) {
			await turn();
			const slot = signal.aborted ? null : (idle.pop() ?? start());
			if (!slot) {
				over();
				return failed(signal.aborted ? 'cancelled' : 'server-error');
			}
			const ending = new AbortController();
			const broken = new Promise<Outcome<never>>((give) => {
				const end = (problem: 'timed-out' | 'server-error' | 'cancelled'): void => give(failed(problem));
				const timer = setTimeout(end, patience, 'timed-out');
				ending.signal.addEventListener('abort', () => clearTimeout(timer));
				slot.worker.addEventListener('error', () => end('server-error'), { signal: ending.signal });
				signal.addEventListener('abort', () => end('cancelled'), { signal: ending.signal });
			});
			const attempt = async (): Promise<Outcome<Awaited<ReturnType<typeof work>>>> => {
				try {
					return done(await work(hashingOf(slot)));
				} catch {
					return failed('server-error');
				}
			};
			const outcome = await Promise.race([attempt(), broken]);
			ending.abort();
			if (outcome.ok) idle.push(slot);
			else slot.worker.terminate();
			over();
			return outcome;
		},
	};
}
