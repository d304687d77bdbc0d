/** Long work in short tasks, so that a huge page never freezes. */

/** Milliseconds a task may take before it gives way: well under a frame. */
const slice = 8;

/** Does `work` for every item in order; what one slice cannot hold goes on when the browser is idle. */
export function inSlices<T>(items: readonly T[], work: (item: T) => void, signal: AbortSignal): void {
	let next = 0;
	const go = (): void => {
		const until = performance.now() + slice;
		while (next < items.length && !signal.aborted) {
			work(items[next++] as T);
			if (performance.now() > until && next < items.length) {
				setTimeout(go);
				return;
			}
		}
	};
	go();
}
