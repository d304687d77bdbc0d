/** The panel's end of the wikitext worker: starts it at the first call, ends it with its signal or when it hangs. */
import { wrap, type Remote } from 'comlink';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { WikiData } from '../../engines/comments/wiki-data.ts';
import type { Located } from '../../engines/wikitext/locate.ts';
import type { WantedComment } from '../../engines/wikitext/match.ts';
import type { TokenStream } from '../../engines/wikitext/stream.ts';
import type { Parsed, WikitextSession, WikitextSettings } from './wikitext-session.ts';
import type { WikitextEdit } from './wikitext-tree.ts';

export interface WikitextOptions extends WikitextSettings {
	/** The built `wikitext.worker.ts`, a module. */
	workerUrl: string | URL;
	/** Ends the worker. */
	signal: AbortSignal;
	/** Milliseconds until a call counts as hanging: the worker is ended, the next call starts a new one; 10,000 unless told. */
	timeout?: number;
}

export class Wikitext {
	readonly #options: WikitextOptions;
	#worker: Worker | null = null;
	#session: Remote<WikitextSession> | null = null;

	constructor(options: WikitextOptions) {
		this.#options = options;
		options.signal.addEventListener('abort', () => this.#end(), { once: true });
	}

	/** Reads a page; the worker keeps it for `edit` and `tokens`. */
	parse(text: string, signal?: AbortSignal): Promise<Outcome<Parsed>> {
		return this.#call((session) => session.parse(text), signal);
	}

	edit(edit: WikitextEdit, signal?: AbortSignal): Promise<Outcome<Parsed>> {
		return this.#call((session) => session.edit(edit), signal);
	}

	tokens(signal?: AbortSignal): Promise<Outcome<TokenStream>> {
		return this.#call((session) => session.tokens(), signal);
	}

	/** Where comments of a rendered page stand in its source; `title` is the page's full title. */
	locate(
		page: { text: string; title: string },
		comments: readonly WantedComment[],
		wiki: WikiData,
		signal?: AbortSignal,
	): Promise<Outcome<Located[]>> {
		return this.#call((session) => session.locate(page.text, comments, wiki, page.title), signal);
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = this.#session = null;
	}

	#start(): Remote<WikitextSession> {
		const { workerUrl, runtimeUrl, grammarUrl, limit = 2000 } = this.#options;
		this.#worker = new Worker(workerUrl, { type: 'module' });
		const session = wrap<WikitextSession>(this.#worker);
		void session.init({ runtimeUrl, grammarUrl, limit });
		return session;
	}

	#call<T>(work: (session: Remote<WikitextSession>) => Promise<T>, signal?: AbortSignal): Promise<Outcome<T>> {
		const signals = signal ? [this.#options.signal, signal] : [this.#options.signal];
		if (signals.some((one) => one.aborted)) return Promise.resolve(failed('cancelled'));
		this.#session ??= this.#start();
		const session = this.#session;
		const worker = this.#worker;
		return new Promise((resolve) => {
			const over = new AbortController();
			const settle = (outcome: Outcome<T>): void => {
				over.abort();
				resolve(outcome);
			};
			// A worker that hangs or cannot start is of no use to the next call either.
			const broken = (problem: 'timed-out' | 'server-error'): void => {
				if (worker === this.#worker) this.#end();
				settle(failed(problem));
			};
			const timer = setTimeout(broken, this.#options.timeout ?? 10_000, 'timed-out');
			over.signal.addEventListener('abort', () => clearTimeout(timer));
			worker?.addEventListener('error', () => broken('server-error'), { signal: over.signal });
			for (const one of signals)
				one.addEventListener('abort', () => settle(failed('cancelled')), { signal: over.signal });
			const attempt = async (): Promise<void> => {
				try {
					settle(done(await work(session)));
				} catch {
					broken('server-error');
				}
			};
			void attempt();
		});
	}
}
