/** Long work in slices, so that the panel answers while a big page is read. */

/** Milliseconds of work between two breaths; with the engine's own granularity far below 50. */
export const sliceMs = 12;

/** Gives way to input and drawing. */
export const breathe = (): Promise<void> => new Promise((go) => setTimeout(go, 0));

/** A pause that is taken only when the slice is over; ends the work by throwing when `signal` does. */
export function pacer(signal: AbortSignal): () => Promise<void> | undefined {
	let end = performance.now() + sliceMs;
	const pause = async (): Promise<void> => {
		await breathe();
		end = performance.now() + sliceMs;
	};
	return () => {
		signal.throwIfAborted();
		return performance.now() < end ? undefined : pause();
	};
}
