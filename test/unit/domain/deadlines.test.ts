/** By when something is owed: the terms, from receiving to closing. */
import { expect, test } from 'vitest';
import { dueOf, usualDeadlines } from '../../../src/domain/report/deadlines.ts';
import { mayAppeal, mayMove, mayWithdraw, reportStates } from '../../../src/domain/report/states.ts';

const day = 24 * 60 * 60 * 1000;
const at = Date.parse('2026-01-10T12:00:00Z');
const report = { route: 'conduct', at, since: at } as const;

test('R14 a first look is owed within 7 days, an answer within three months, and an emergency within a day', () => {
	expect(dueOf({ ...report, state: 'received' }, usualDeadlines)).toEqual({ step: 'triage', by: at + 7 * day });
	expect(dueOf({ ...report, state: 'received', route: 'threat' }, usualDeadlines)).toEqual({
		step: 'triage',
		by: at + day,
	});
	for (const state of ['triaged', 'in-review'] as const)
		expect(dueOf({ ...report, state }, usualDeadlines)).toEqual({ step: 'decision', by: at + 90 * day });
});

test('R14 an appeal begins the term for a decision anew, and what is decided closes once no appeal is possible', () => {
	const appealed = at + 40 * day;
	expect(dueOf({ ...report, state: 'in-review' }, usualDeadlines, appealed)?.by).toBe(appealed + 90 * day);
	const since = at + 20 * day;
	expect(dueOf({ ...report, state: 'decided', since }, usualDeadlines)).toEqual({
		step: 'close',
		by: since + 30 * day,
	});
	expect(dueOf({ ...report, state: 'closed' }, usualDeadlines)).toBeNull();
	expect(dueOf({ ...report, state: 'withdrawn' }, usualDeadlines)).toBeNull();
});

test('R5 the only way is received, triaged, in review, decided, closed; nothing leads back or out of the end', () => {
	const legal = reportStates.flatMap((from) =>
		reportStates.filter((to) => mayMove(from, to)).map((to) => `${from}>${to}`),
	);
	expect(legal).toEqual([
		'received>triaged',
		'received>in-review',
		'triaged>in-review',
		'in-review>decided',
		'decided>closed',
	]);
	expect(reportStates.filter(mayWithdraw)).toEqual(['received', 'triaged', 'in-review']);
	expect(reportStates.filter((state) => mayAppeal(state, false))).toEqual(['decided', 'closed']);
	expect(reportStates.some((state) => mayAppeal(state, true))).toBe(false);
});
