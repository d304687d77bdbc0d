/** The rows of the queue, page by page as they are scrolled to. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import type { CaseRow } from '../../../contract/case.ts';
import type { Problem } from '../../../contract/problem.ts';
import { usePanel } from '../../panel.ts';

const pageSize = 100;
/** The next page is asked for when so few rows are left below. */
const ahead = 60;

export interface Cases {
	readonly rows: readonly CaseRow[];
	readonly complete: boolean;
	readonly problem: Problem | null;
	/** Tells which row is the last in sight. */
	reach(last: number): void;
	again(): void;
}

export function useCases(): Cases {
	const { services, facts } = usePanel();
	const [rows, setRows] = useState<readonly CaseRow[]>([]);
	const [next, setNext] = useState<string | null | undefined>(undefined);
	const [problem, setProblem] = useState<Problem | null>(null);
	const busy = useRef(false);
	const load = async (): Promise<void> => {
		if (busy.current || next === null) return;
		busy.current = true;
		const outcome = await services.keeperFor(handlerVerbs).call('cases', {
			wiki: facts.wiki,
			limit: pageSize,
			...(next === undefined ? {} : { after: next }),
		});
		busy.current = false;
		if (!outcome.ok) return setProblem(outcome);
		setProblem(null);
		setRows((old) => [...old, ...outcome.value.cases]);
		setNext(outcome.value.next);
	};
	useEffect(() => void load(), []);
	return {
		rows,
		complete: next === null,
		problem,
		reach(last) {
			if (problem === null && next !== undefined && last + ahead >= rows.length) void load();
		},
		again: () => void load(),
	};
}
