/** Rows that change while the queue is open: asked for by a request that waits for them. */
import { useEffect } from 'preact/hooks';
import type { CaseRow } from '../../../../contract/case.ts';
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import { usePanel } from '../../../panel.ts';

/** Between two requests, and after one that failed. */
const pauseMs = 1_000;
const afterFailureMs = 15_000;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
	new Promise((go) => {
		const timer = setTimeout(go, ms);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			go();
		});
	});

/** `since`: of the backend's clock; null while there is nothing to compare with. */
export function useLive(
	since: string | null,
	onRows: (rows: readonly CaseRow[], signal: AbortSignal) => Promise<void>,
): void {
	const { services, facts } = usePanel();
	useEffect(() => {
		if (since === null) return;
		const life = new AbortController();
		const watch = async (): Promise<void> => {
			let from = since;
			while (!life.signal.aborted) {
				const changed = await services.keeperFor(handlerVerbs).call('watchCases', { wiki: facts.wiki, since: from });
				if (life.signal.aborted) return;
				if (changed.ok) {
					from = changed.value.at;
					await onRows(changed.value.cases, life.signal);
				}
				await pause(changed.ok ? pauseMs : afterFailureMs, life.signal);
			}
		};
		watch().catch((error: unknown) => {
			if (!life.signal.aborted) throw error;
		});
		return () => life.abort();
	}, [since, facts.wiki]);
}
