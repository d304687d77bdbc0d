/** Answers from memory while they are fresh, asks once for many, and falls back on the last good copy. */
import { failed, type Outcome } from '../../contract/problem.ts';

interface Kept<T> {
	/** Last good answer. */
	readonly good: Outcome<T> | null;
	/** When it was asked for, ms; a failure counts as asked in the past, so that it is soon tried again. */
	readonly at: number;
	readonly stale: boolean;
}

export interface Cached<T> {
	/** An answer at most this old, ms; `life` where nothing is said. 0 means one that is asked for after this call. */
	get(key: string, maxAge?: number): Promise<Outcome<T>>;
	/** Whether some key's last good copy stands in for an answer that did not come. */
	isStale(): boolean;
}

/** After a failure the other side is left alone for this long, ms. */
const rest = 5_000;

/**
 * `lasting`: a problem that is itself the answer, such as a page that is not there, and replaces the last good copy; any
 * other problem is given out only where there is no copy.
 */
export function cached<T>(
	ask: (key: string) => Promise<Outcome<T>>,
	life: number,
	now: () => number,
	lasting: (answer: Outcome<T>) => boolean = (answer) => answer.ok,
): Cached<T> {
	const kept = new Map<string, Kept<T>>();
	const asking = new Map<string, Promise<Outcome<T>>>();
	/** Behind the question that is under way: one for all who need an answer newer than that. */
	const next = new Map<string, Promise<Outcome<T>>>();

	async function refresh(key: string): Promise<Outcome<T>> {
		const at = now();
		const answer = await ask(key).catch(() => failed('wiki-error'));
		const isGood = lasting(answer);
		const good = isGood ? answer : (kept.get(key)?.good ?? null);
		kept.set(key, { good, at: isGood ? at : at - life + Math.min(life, rest), stale: !isGood && good !== null });
		return good ?? answer;
	}

	function start(key: string): Promise<Outcome<T>> {
		const started = refresh(key).finally(() => asking.delete(key));
		asking.set(key, started);
		return started;
	}

	function startAfter(running: Promise<unknown>, key: string): Promise<Outcome<T>> {
		const queued =
			next.get(key) ??
			running.then(() => {
				next.delete(key);
				return start(key);
			});
		next.set(key, queued);
		return queued;
	}

	return {
		get(key, maxAge = life) {
			const have = kept.get(key);
			if (have?.good && now() - have.at < maxAge) return Promise.resolve(have.good);
			const running = asking.get(key);
			if (!running) return start(key);
			return maxAge > 0 ? running : startAfter(running, key);
		},
		isStale: () => [...kept.values()].some((one) => one.stale),
	};
}
