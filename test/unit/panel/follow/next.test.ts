/** What a reporter is told comes next, in each state, in time and late. */
import { expect, test } from 'vitest';
import type { ReportStatus } from '../../../../src/contract/follow.ts';
import { nextWords } from '../../../../src/panel/features/follow/next.ts';
import en from '../../../../src/i18n/follow/en.json' with { type: 'json' };

const say = (key: keyof typeof en, ...params: (string | number)[]): string =>
	String(en[key]).replace('$1', String(params[0] ?? ''));
const words = { time: (iso: string) => iso.slice(0, 10) };
const by = '2026-12-01T00:00:00.000Z';
const next = (part: Partial<ReportStatus>): string =>
	nextWords({ state: 'received', due: null, now: '2026-11-22T00:00:00.000Z', appeal: 'none', ...part }, say, words);

test('R14 the step that is owed next is told with its day, and calmly when that is past', () => {
	const late = { now: '2026-12-02T00:00:00.000Z' };
	expect(next({ due: { step: 'triage', by } })).toBe('Next: a handler looks at it, by 2026-12-01.');
	expect(next({ due: { step: 'triage', by }, ...late })).toContain('should have looked at it by 2026-12-01');
	for (const state of ['triaged', 'in-review'] as const) {
		expect(next({ state, due: { step: 'decision', by } })).toBe('Next: the handlers decide, by 2026-12-01.');
		expect(next({ state, due: { step: 'decision', by }, ...late })).toContain('should have decided by 2026-12-01');
	}
});

test('after a decision the own term is told, and after an appeal that others look again', () => {
	const due = { step: 'close', by } as const;
	expect(next({ state: 'decided', due, appeal: 'open' })).toContain('Until 2026-12-01 you can ask');
	expect(next({ state: 'decided', due, appeal: 'used' })).toBe('Next: the report closes, on 2026-12-01.');
	expect(next({ state: 'in-review', due: { step: 'decision', by }, appeal: 'used' })).toContain('Other handlers');
	expect(next({ state: 'closed' })).toContain('Nothing more is to come');
	expect(next({ state: 'withdrawn' })).toContain('You withdrew this report');
});
