/** A plan of acts carried out: in order, stopping where something does not go through, going on there, nothing twice. */
import { expect, test } from 'vitest';
import type { Act, Acted, State } from '../../../../src/contract/act.ts';
import { done, failed, type Outcome } from '../../../../src/contract/problem.ts';
import { bodyOf, fresh, isFinished, run, type Means, type Work } from '../../../../src/panel/features/case/act/run.ts';
import { block, free, notice } from '../../acts.ts';

const revert: Act = { act: 'revert', page: 'Rivers', revision: 9, how: 'undo', user: 'Mallory', reason: '' };
const hide: Act = { act: 'hide', page: 'Rivers', revision: 9, parts: ['content'], suppress: false, reason: 'x' };
const talk: State = { of: 'talk', page: 'User talk:Mallory', revision: null };
const page: State = {
	of: 'page',
	page: 'Rivers',
	exists: true,
	revision: 9,
	author: 'Mallory',
	protection: [],
	log: 0,
};
const newest: State = { of: 'revision', page: 'Rivers', revision: 9, newest: true, hidden: [], suppressed: false };
const acted: Acted = { outcome: 'done', already: false, logId: 5, revision: null, until: '2026-12-01T00:00:00Z' };

const workOf = (...pairs: [Act, State][]): Work => ({
	jobs: pairs.map(([act, seen]) => ({ ...fresh, act, seen })),
	step: { ...fresh, from: 'received', to: 'in-review' },
});

/** Each means notes what it was asked; `answers` stand for what a wiki or a backend would say at that call. */
function means(answers: Partial<Record<string, Outcome<unknown>[]>> = {}) {
	const asked: string[] = [];
	const say = async (what: string, usual: unknown): Promise<Outcome<never>> => {
		asked.push(what);
		return (answers[what]?.shift() ?? done(usual)) as Outcome<never>;
	};
	const all: Means = {
		claim: () => say('claim', {}),
		act: ({ act }) => say(act, acted),
		look: ({ act }) => say(`look ${act}`, { ...newest, newest: false }),
		log: ({ act }) => say(`log ${act}`, {}),
		step: (from, to) => say(`step ${from} ${to}`, {}),
		show: () => {},
	};
	return { asked, all };
}

test('H1 block, notice and step are done in this order, each act in the log before the next', async () => {
	const { asked, all } = means();
	const { work, claimed } = await run(workOf([block, free], [notice, talk]), all);
	expect(asked).toEqual(['claim', 'block', 'log partial-block', 'notice', 'log notice', 'step received in-review']);
	expect(claimed).toBeNull();
	expect(isFinished(work)).toBe(true);
});

test('where the wiki refuses a step the later ones wait, and going on does nothing twice', async () => {
	const { asked, all } = means({ notice: [failed('rate-limited', ['ratelimited'])] });
	const first = await run(workOf([block, free], [notice, talk]), all);
	expect(first.work.jobs.map((job) => job.problem?.problem ?? null)).toEqual([null, 'rate-limited']);
	expect(isFinished(first.work)).toBe(false);
	asked.length = 0;
	const second = await run(first.work, all);
	expect(asked).toEqual(['claim', 'notice', 'log notice', 'step received in-review']);
	expect(isFinished(second.work)).toBe(true);
});

test('H4 what has changed since it was seen is not done, and nothing after it', async () => {
	const now: State = { ...free, log: 77 };
	const { asked, all } = means({ block: [done({ outcome: 'changed', state: now })] });
	const { work } = await run(workOf([block, free], [notice, talk]), all);
	expect(asked).toEqual(['claim', 'block']);
	expect(work.jobs[0]).toMatchObject({ done: null, changed: now });
});

test('done on the wiki but not in the log: going on writes the log alone', async () => {
	const { asked, all } = means({ 'log partial-block': [failed('backend-unreachable')] });
	const { work } = await run(workOf([block, free]), all);
	expect(work.jobs[0]).toMatchObject({ done: acted, logged: false, problem: { problem: 'backend-unreachable' } });
	asked.length = 0;
	await run(work, all);
	expect(asked).toEqual(['claim', 'log partial-block', 'step received in-review']);
});

test('where another handler holds the case nothing is begun', async () => {
	const { asked, all } = means({ claim: [failed('conflict')] });
	const { claimed } = await run(workOf([block, free]), all);
	expect(claimed?.problem).toBe('conflict');
	expect(asked).toEqual(['claim']);
});

test('after an edit is taken back its revision is looked at again, so that our own change stops nothing', async () => {
	const { asked, all } = means();
	const { work } = await run({ ...workOf([revert, page], [hide, newest]), step: null }, all);
	expect(asked).toEqual(['claim', 'revert', 'look hide', 'log revert', 'hide', 'log hide']);
	expect(work.jobs[1]?.seen).toMatchObject({ newest: false });
	expect(isFinished(work)).toBe(true);
});

test('the log says what was done, and where the wiki says so', () => {
	const { outcome: _, already: __, ...rest } = acted as Extract<Acted, { outcome: 'done' }>;
	const said = bodyOf(block, { outcome: 'done', already: false, ...rest });
	expect(said).toEqual({
		kind: 'act',
		act: 'partial-block',
		subject: 'Mallory',
		pages: ['Talk:Rivers'],
		revision: null,
		logId: 5,
		until: '2026-12-01T00:00:00Z',
		reason: 'Incivility',
	});
});
