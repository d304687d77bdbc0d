/** Work that comes again and again: one run at a time, a pause, sooner when something has happened. */
import type { Log } from '../log.ts';

export interface Loop {
	/** Runs now, or once more behind the run under way. */
	wake(): void;
	/** Resolves when the run under way has ended, after the signal. */
	readonly ended: Promise<void>;
}

/** `work` answers whether it should come again at once. A run that fails is logged, and the next comes after the pause (ms). */
export function startLoop(
	pause: number,
	work: (signal: AbortSignal) => Promise<boolean | void>,
	log: Log,
	signal: AbortSignal,
): Loop {
	let isWoken = false;
	let wake = (): void => undefined;

	async function rest(): Promise<void> {
		if (isWoken || signal.aborted) return;
		await new Promise<void>((woken) => {
			const timer = setTimeout(woken, pause);
			timer.unref();
			wake = (): void => {
				clearTimeout(timer);
				woken();
			};
		});
	}

	async function run(): Promise<void> {
		while (!signal.aborted) {
			isWoken = false;
			let again = false;
			try {
				again = (await work(signal)) === true;
			} catch (error) {
				if (!signal.aborted) log.error('a job failed', error);
			}
			// Between two runs requests get their turn.
			if (again) await new Promise((next) => setImmediate(next));
			else await rest();
		}
	}

	signal.addEventListener('abort', () => wake(), { once: true });
	return {
		wake() {
			isWoken = true;
			wake();
		},
		ended: run(),
	};
}
