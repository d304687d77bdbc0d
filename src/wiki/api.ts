/** The way to a wiki over HTTP: POST to api.php with time-out, waits where the wiki asks for patience, errors as values. */
import { done, failed, type Outcome } from '../contract/problem.ts';
import { errorCode, type WikiTransport } from './transport.ts';

/** The part of `fetch` that is used. */
export type WikiFetch = (
	url: string,
	init: {
		method: 'POST';
		headers: Record<string, string>;
		body: string;
		credentials: 'include' | 'omit';
		redirect: 'error';
		signal: AbortSignal;
	},
) => Promise<{
	readonly status: number;
	readonly headers: { get(name: string): string | null };
	text(): Promise<string>;
}>;

export interface WikiApiOptions {
	/** Script path of the wiki, `https://en.wikipedia.org/w`. */
	readonly base: string;
	readonly fetch: WikiFetch;
	/** Ends every call. */
	readonly signal: AbortSignal;
	/** `include` sends the login of the person at the browser; servers give a header instead. */
	readonly credentials?: 'include' | 'omit';
	/** A User-Agent or Authorization header, for servers and scripts. */
	readonly headers?: Readonly<Record<string, string>>;
	/** Seconds of replication lag from which the wiki may turn work away: for machines, not for people who wait. */
	readonly maxlag?: number;
	/** For one call with all its retries, in milliseconds. */
	readonly timeoutMs?: number;
}

/** Takes calls too that no page or panel may ask for, such as a bot's login. */
type AnyCallTransport = (call: {
	readonly action: string;
	readonly params: Readonly<Record<string, string>>;
}) => ReturnType<WikiTransport>;

const patience = new Set(['maxlag', 'ratelimited']);

/** Resolves after `ms`, at once when the signal ends. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((wake) => {
		const timer = setTimeout(wake, ms);
		signal.addEventListener(
			'abort',
			() => {
				clearTimeout(timer);
				wake();
			},
			{ once: true },
		);
	});
}

/** Names and texts travel in the body only: addresses end up in logs and in the page's resource timing. */
export function createWikiApi(options: WikiApiOptions): AnyCallTransport {
	const { base, fetch, credentials = 'include', headers = {}, maxlag, timeoutMs = 20_000 } = options;
	return async (call) => {
		if (options.signal.aborted) return failed('cancelled');
		const deadline = AbortSignal.timeout(timeoutMs);
		const signal = AbortSignal.any([options.signal, deadline]);
		const body = new URLSearchParams({
			...call.params,
			action: call.action,
			format: 'json',
			formatversion: '2',
			...(maxlag === undefined ? {} : { maxlag: String(maxlag) }),
		}).toString();
		const lost = (): Outcome<unknown> =>
			failed(options.signal.aborted ? 'cancelled' : deadline.aborted ? 'timed-out' : 'wiki-unreachable');
		for (let tries = 1; ; tries++) {
			let status: number;
			let text: string;
			let retryAfter: number;
			try {
				const response = await fetch(`${base}/api.php`, {
					method: 'POST',
					headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', ...headers },
					body,
					credentials,
					redirect: 'error',
					signal,
				});
				status = response.status;
				retryAfter = Number(response.headers.get('retry-after')) || 2 ** tries;
				text = await response.text();
			} catch {
				return lost();
			}
			let value: unknown;
			try {
				value = JSON.parse(text);
			} catch {
				// An HTML page: a proxy's error, a login wall, a maintenance notice.
				if (status < 500 && status !== 429) return failed('wiki-not-json');
			}
			const code = errorCode(value);
			const busy = status === 429 || status === 503 || (code !== undefined && patience.has(code));
			if (!busy) return value === undefined ? failed('wiki-error', [String(status)]) : done(value);
			if (tries === 3) return failed('rate-limited');
			await pause(Math.min(retryAfter, 10) * 1000, signal);
			if (signal.aborted) return lost();
		}
	};
}
