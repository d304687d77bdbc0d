/** One thing after the other with many reports, told as it goes, and stopped with the panel. */
import { useState } from 'preact/hooks';
import type { Outcome, Problem } from '../../contract/problem.ts';
import { usePanel } from '../panel.ts';

export interface Bulk {
	readonly state: 'idle' | 'working' | 'done';
	readonly done: number;
	readonly of: number;
	/** Those that did not go, by why. */
	readonly failed: readonly Problem[];
}

const none: Bulk = { state: 'idle', done: 0, of: 0, failed: [] };

/** One that fails does not keep the others back. */
export function useBulk(): {
	bulk: Bulk;
	run(ids: readonly string[], each: (id: string) => Promise<Outcome<unknown>>): Promise<boolean>;
} {
	const { services } = usePanel();
	const [bulk, setBulk] = useState<Bulk>(none);
	return {
		bulk,
		async run(ids, each) {
			const failed: Problem[] = [];
			const tell = (state: Bulk['state'], done: number): void =>
				setBulk({ state, done, of: ids.length, failed: [...failed] });
			for (const [at, id] of ids.entries()) {
				if (services.signal.aborted) return false;
				tell('working', at);
				const outcome = await each(id);
				if (!outcome.ok) failed.push({ problem: outcome.problem, params: outcome.params });
			}
			tell('done', ids.length);
			return failed.length === 0;
		},
	};
}
