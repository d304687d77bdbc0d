/** A plan at work: looked at, carried out, looked at again where something changed meanwhile. */
import { useRef, useState } from 'preact/hooks';
import { actVerbs, type Act } from '../../../../contract/act.ts';
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import { done, type Outcome, type Problem } from '../../../../contract/problem.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import type { CaseLog } from '../log/use-case-log.ts';
import { claimOnce } from './claim.ts';
import { fresh, run, type Job, type Means, type Work } from './run.ts';

export function useWork(acts: readonly Act[], step: 'in-review' | null, log: CaseLog) {
	const { services, facts } = usePanel();
	const keeper = services.keeperFor(actVerbs);
	// The newest: what is written here changes it while this goes on.
	const newest = useRef(log);
	newest.current = log;
	const [work, setWork] = useState<Work | null>(null);
	const [running, setRunning] = useState(false);
	const [started, setStarted] = useState(false);
	const [claimed, setClaimed] = useState<Problem | null>(null);
	/** Why it could not be looked at again. */
	const [unseen, setUnseen] = useState<Problem | null>(null);
	const look = (act: Act) => keeper.call('actState', { wiki: facts.wiki, act });
	const lookAt = async (jobs: readonly Pick<Job, 'act' | 'done' | 'logged'>[]): Promise<Outcome<Job[]>> => {
		const seen: Job[] = [];
		for (const { act, done: before, logged } of jobs) {
			const state = await look(act);
			if (!state.ok) return state;
			seen.push({ ...fresh, done: before, logged, act, seen: state.value });
		}
		return done(seen);
	};
	const asked = useAsk('once', async () => {
		const seen = await lookAt(acts.map((act) => ({ act, done: null, logged: false })));
		if (!seen.ok) return seen;
		setWork({ jobs: seen.value, step: step && { ...fresh, from: newest.current.row.state, to: step } });
		return done(null);
	});
	const { id } = log.row;
	const means: Means = {
		claim: () =>
			claimOnce(
				() => services.keeperFor(handlerVerbs).call('caseEvents', { wiki: facts.wiki, id, after: log.row.version }),
				() => newest.current.write({ kind: 'claim', data: {} }),
			),
		act: (act, seen) => keeper.call('act', { wiki: facts.wiki, act, seen }),
		look,
		log: (body) =>
			newest.current.write({ kind: 'act', data: {}, body: { v: 1, desk: 'handlers', report: id, ...body } }),
		step: (from, to) => newest.current.write({ kind: 'step', data: { from, to, words: null } }),
		show: setWork,
	};
	const start = async (): Promise<void> => {
		if (!work || running) return;
		setRunning(true);
		setStarted(true);
		const after = await run(work, means);
		setWork(after.work);
		setClaimed(after.claimed);
		setRunning(false);
	};
	/** The handler chose to see how it stands now: nothing is done by that. */
	const lookAgain = async (): Promise<void> => {
		if (!work) return;
		setRunning(true);
		const seen = await lookAt(work.jobs);
		setUnseen(seen.ok ? null : { problem: seen.problem, params: seen.params });
		if (seen.ok) {
			setWork({ ...work, jobs: seen.value });
			setStarted(seen.value.some((job) => job.done));
		}
		setRunning(false);
	};
	return { asked, work, running, started, claimed, unseen, start, lookAgain };
}
