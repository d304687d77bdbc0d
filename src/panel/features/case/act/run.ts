/** Carries a plan out: one step after the other, each looked at again first, none done twice, and on from where it stopped. */
import type { Act, Acted, State } from '../../../../contract/act.ts';
import type { ActBody } from '../../../../contract/desk.ts';
import type { Outcome, Problem } from '../../../../contract/problem.ts';
import type { ReportState } from '../../../../domain/report/states.ts';

export type Done = Extract<Acted, { outcome: 'done' }>;

interface Progress {
	readonly done: Done | null;
	/** Whether the case's log says so. */
	readonly logged: boolean;
	/** Nothing was done, for it is no longer as it was seen. */
	readonly changed: State | null;
	readonly problem: Problem | null;
}
export interface Job extends Progress {
	readonly act: Act;
	/** How it stood when the handler was shown what will be done. */
	readonly seen: State;
}
export interface StepJob extends Progress {
	readonly from: ReportState;
	readonly to: ReportState;
}
export interface Work {
	readonly jobs: readonly Job[];
	/** The case's own step, once all is done on the wiki. */
	readonly step: StepJob | null;
}

export const fresh: Progress = { done: null, logged: false, changed: null, problem: null };
const stepDone: Done = { outcome: 'done', already: false, logId: null, revision: null, until: null };

export interface Means {
	/** The lease: so that no second handler acts at the same time. */
	claim(): Promise<Outcome<unknown>>;
	act(act: Act, seen: State): Promise<Outcome<Acted>>;
	look(act: Act): Promise<Outcome<State>>;
	log(body: Omit<ActBody, 'v' | 'desk' | 'report'>): Promise<Outcome<unknown>>;
	step(from: ReportState, to: ReportState): Promise<Outcome<unknown>>;
	/** Each time something has changed. */
	show(work: Work): void;
}

/** What the log says of an act. */
export function bodyOf(act: Act, done: Done): Omit<ActBody, 'v' | 'desk' | 'report'> {
	const { logId, until } = done;
	const kind = act.act === 'block' && act.partial ? 'partial-block' : act.act;
	return {
		kind: 'act',
		act: kind,
		subject: 'user' in act ? act.user : null,
		pages: act.act === 'block' ? (act.partial?.pages ?? []) : 'page' in act ? [act.page] : [],
		revision: done.revision ?? ('revision' in act ? act.revision : null),
		logId: logId || null,
		until,
		reason: act.act === 'notice' ? act.heading : act.reason,
	};
}

const problemOf = ({ problem, params }: Problem): Problem => ({ problem, params });

/** An act of ours changed a page: what later ones saw of it is looked at again, so that they do not stop at our own change. */
async function lookAgain(work: Work, after: number, page: string, means: Means): Promise<Work> {
	const jobs: Job[] = [];
	for (const [at, job] of work.jobs.entries()) {
		const same = at > after && 'page' in job.act && job.act.page === page;
		const now = same ? await means.look(job.act) : null;
		jobs.push(now?.ok ? { ...job, seen: now.value } : job);
	}
	return { ...work, jobs };
}

/** Runs what is not done yet; stops at the first that does not go through. Gives the work as it stands then. */
export async function run(given: Work, means: Means): Promise<{ work: Work; claimed: Problem | null }> {
	let work: Work = {
		jobs: given.jobs.map((job) => ({ ...job, changed: null, problem: null })),
		step: given.step && { ...given.step, problem: null },
	};
	const put = (at: number, part: Partial<Progress>): void => {
		work = { ...work, jobs: work.jobs.map((job, n) => (n === at ? { ...job, ...part } : job)) };
		means.show(work);
	};
	const claim = await means.claim();
	if (!claim.ok) return { work, claimed: problemOf(claim) };
	means.show(work);
	for (let at = 0; at < work.jobs.length; at++) {
		const job = work.jobs[at];
		if (!job || job.logged) continue;
		if (!job.done) {
			const acted = await means.act(job.act, job.seen);
			if (!acted.ok || acted.value.outcome === 'changed') {
				put(at, acted.ok ? { changed: stateOf(acted.value) } : { problem: problemOf(acted) });
				return { work, claimed: null };
			}
			put(at, { done: acted.value });
			if (job.act.act === 'revert') work = await lookAgain(work, at, job.act.page, means);
		}
		const done = work.jobs[at]?.done;
		if (!done) break;
		const logged = await means.log(bodyOf(job.act, done));
		put(at, logged.ok ? { logged: true } : { problem: problemOf(logged) });
		if (!logged.ok) return { work, claimed: null };
	}
	const { step } = work;
	if (step && !step.done) {
		const moved = await means.step(step.from, step.to);
		work = {
			...work,
			step: moved.ok ? { ...step, done: stepDone, logged: true } : { ...step, problem: problemOf(moved) },
		};
		means.show(work);
	}
	return { work, claimed: null };
}

const stateOf = (acted: Acted): State | null => (acted.outcome === 'changed' ? acted.state : null);

export const isFinished = ({ jobs, step }: Work): boolean =>
	jobs.every(({ logged }) => logged) && (step === null || step.logged);
