/** Asking something that answers later, from a component: asking, done or failed, and asking again. */
import { useEffect, useState } from 'preact/hooks';
import type { Outcome, Problem } from '../contract/problem.ts';

export type Asked<T> =
	| { readonly state: 'idle' }
	| { readonly state: 'asking' }
	| { readonly state: 'done'; readonly value: T }
	| { readonly state: 'failed'; readonly problem: Problem };

/**
 * Asks when `key` changes; null means not yet. An answer to an earlier key is dropped, so that a slow one never overwrites
 * a later one.
 */
export function useAsk<T>(key: string | null, ask: () => Promise<Outcome<T>>): Asked<T> & { again(): void } {
	const [turn, setTurn] = useState(0);
	const [answered, setAnswered] = useState<{ key: string; turn: number; asked: Asked<T> } | null>(null);
	useEffect(() => {
		if (key === null) return;
		let wanted = true;
		const run = async (): Promise<void> => {
			const outcome = await ask();
			if (!wanted) return;
			const asked: Asked<T> = outcome.ok
				? { state: 'done', value: outcome.value }
				: { state: 'failed', problem: { problem: outcome.problem, params: outcome.params } };
			setAnswered({ key, turn, asked });
		};
		void run();
		return () => {
			wanted = false;
		};
	}, [key, turn]);
	const again = (): void => setTurn(turn + 1);
	if (key === null) return { state: 'idle', again };
	if (answered?.key !== key || answered.turn !== turn) return { state: 'asking', again };
	return { ...answered.asked, again };
}
