/** Time limits for requests of the background, which may be killed at any second and must never wait for ever. */

/** Nothing is waited for longer. */
export const requestMs = 20_000;

/** `fetch` that gives up after 20 s. */
export const limitedFetch: typeof fetch = (input, init) => {
	const limit = AbortSignal.timeout(requestMs);
	return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit });
};
