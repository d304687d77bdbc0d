/** What the backend says of each report in the list: asked one after the other, the newest first. */
import { useEffect, useState } from 'preact/hooks';
import type { ReportStatus } from '../../../contract/follow.ts';
import type { Outcome, Problem } from '../../../contract/problem.ts';
import type { ItemOf } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';

export interface Statuses {
	readonly of: ReadonlyMap<string, Outcome<ReportStatus>>;
	/** The server as a whole did not answer: said once, not at each report. */
	readonly problem: Problem | null;
	again(): void;
}

const isAway = ({ problem }: Problem): boolean => problem === 'backend-unreachable' || problem === 'timed-out';

export function useStatuses(reports: readonly ItemOf<'reports'>[]): Statuses {
	const { services } = usePanel();
	const [of, setOf] = useState<ReadonlyMap<string, Outcome<ReportStatus>>>(new Map());
	const [problem, setProblem] = useState<Problem | null>(null);
	const [turn, setTurn] = useState(0);
	// Asking for one that never arrived would only be told "not found".
	const arrived = reports.filter(({ receipt }) => receipt);
	useEffect(() => {
		let wanted = true;
		const run = async (): Promise<void> => {
			setProblem(null);
			const away = new Set<string>();
			for (const { id, origin } of arrived) {
				if (away.has(origin)) continue;
				const outcome = await services.keeper.call('reportStatus', { id });
				if (!wanted) return;
				if (!outcome.ok && isAway(outcome)) {
					away.add(origin);
					setProblem(outcome);
				} else setOf((old) => new Map([...old, [id, outcome]]));
			}
		};
		void run();
		return () => {
			wanted = false;
		};
	}, [turn, arrived.map(({ id }) => id).join()]);
	return { of, problem, again: () => setTurn(turn + 1) };
}

export const hasNews = ({ lastAnswer }: ReportStatus, { read }: ItemOf<'reports'>): boolean =>
	lastAnswer !== null && (read === undefined || read < lastAnswer);
