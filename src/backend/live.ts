/** Waiting for changes that any process may make: one look at the store a moment for everybody who waits here. */
import type { Store } from './store/open.ts';
import { changedSince, sightsOf, type Sight } from './store/live.ts';

/** Between two looks, ms. */
const pause = 500;
/** Nobody waits longer, ms: an answer must come before clients and proxies give up. */
const longest = 12_000;

export interface Live {
	/** Once it is not as `before` says, or after twelve seconds; undefined where there is no such report. */
	sight(report: string, isNew: (sight: Sight) => boolean): Promise<Sight | undefined>;
	/** Once something changed after `since` (ms) and `isMine` says so, or after twelve seconds: null. */
	changes(since: number, isMine: (ids: string[]) => Promise<boolean>): Promise<void>;
	/** Answers everybody who waits. */
	stop(): void;
}

interface Waiter {
	/** True once it need not wait any more. */
	look(found: {
		readonly sights: Map<string, Sight>;
		readonly changed: { id: string; changed: number }[];
	}): Promise<boolean>;
	readonly report: string | null;
	since: number;
	readonly until: number;
	over(): void;
}

export function openLive({ db }: Store, now: () => number): Live {
	const waiting = new Set<Waiter>();
	let isLooking = false;
	let isStopped = false;

	async function lookOnce(): Promise<void> {
		const all = [...waiting];
		const reports = [...new Set(all.flatMap(({ report }) => report ?? []))];
		const since = Math.min(...all.filter(({ report }) => report === null).map((one) => one.since));
		const found = {
			sights: await sightsOf(db, reports, now()),
			changed: since === Infinity ? [] : await changedSince(db, since),
		};
		for (const one of all) {
			if (isStopped || performance.now() >= one.until || (await one.look(found))) {
				waiting.delete(one);
				one.over();
			}
		}
	}

	async function run(): Promise<void> {
		isLooking = true;
		while (waiting.size > 0) {
			// A store that fails ends everybody's wait: the next request tells of it.
			await lookOnce().catch(() => {
				for (const one of waiting) one.over();
				waiting.clear();
			});
			if (waiting.size > 0) await new Promise((next) => setTimeout(next, pause));
		}
		isLooking = false;
	}

	function wait(waiter: Omit<Waiter, 'until' | 'over'>): Promise<void> {
		return new Promise((over) => {
			if (isStopped) return over();
			waiting.add(Object.assign(waiter, { until: performance.now() + longest, over }));
			if (!isLooking) void run();
		});
	}

	return {
		async sight(report, isNew) {
			let last: Sight | undefined;
			await wait({
				report,
				since: 0,
				look({ sights }) {
					last = sights.get(report);
					return Promise.resolve(last === undefined || isNew(last));
				},
			});
			return last;
		},
		changes(since, isMine) {
			const waiter = {
				report: null,
				since,
				async look({ changed }: { changed: { id: string; changed: number }[] }) {
					const later = changed.filter((one) => one.changed > waiter.since);
					if (later.length === 0) return false;
					// What is not for them is not looked at twice.
					waiter.since = Math.max(...later.map((one) => one.changed));
					return isMine(later.map(({ id }) => id));
				},
			};
			return wait(waiter);
		},
		stop() {
			isStopped = true;
			for (const one of waiting) one.over();
			waiting.clear();
		},
	};
}
