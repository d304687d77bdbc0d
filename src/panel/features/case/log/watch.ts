/** Keeps asking what is new of an open case, and says good-bye when it is left. */
import type { CaseLive } from '../../../../contract/case-log.ts';
import type { Outcome } from '../../../../contract/problem.ts';

interface Watching {
	ask(after: string | undefined): Promise<Outcome<CaseLive>>;
	tell(live: CaseLive): void;
}

/** After a failure, ms. */
const pause = 5_000;

/** One question after the other until the signal; a failure is asked again later. */
export async function watch({ ask, tell }: Watching, signal: AbortSignal): Promise<void> {
	let state: string | undefined;
	while (!signal.aborted) {
		const live = await ask(state);
		if (signal.aborted) return;
		if (live.ok) {
			state = live.value.state;
			tell(live.value);
		} else {
			await new Promise<void>((next) => {
				const timer = setTimeout(next, pause);
				signal.addEventListener('abort', () => (clearTimeout(timer), next()), { once: true });
			});
		}
	}
}
