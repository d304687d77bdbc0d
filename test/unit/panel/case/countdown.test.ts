/** H11 The deadline's countdown by the backend's clock, on a clock of the test's own. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clockFrom, leftUntil, leftWords } from '../../../../src/panel/features/case/queue/countdown.ts';
import { isLate } from '../../../../src/panel/features/case/queue/model.ts';
import { opened } from './rows.ts';

const minute = 60_000;
const start = '2026-11-22T10:00:00.000Z';
const after = (ms: number): string => new Date(Date.parse(start) + ms).toISOString();

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['performance', 'Date'] });
});
afterEach(() => {
	vi.useRealTimers();
});

test('H11 an emergency’s three hours go down before one’s eyes and turn into what is overdue', () => {
	const clock = clockFrom(start);
	const by = after(180 * minute);
	const { row } = opened('a', { due: { step: 'triage', by }, route: 'threat' });
	const seen: string[] = [];
	for (const passed of [0, 59, 2, 59, 30, 31, 59, 2, 60 * 72]) {
		vi.advanceTimersByTime(passed * minute);
		seen.push(`${leftWords('en', leftUntil(by, clock()))}${isLate(row, clock()) ? ', late' : ''}`);
	}
	expect(seen).toEqual([
		'in 3 hours',
		'in 2 hours',
		'in 119 minutes',
		'in 60 minutes',
		'in 30 minutes',
		'1 minute ago, late',
		'60 minutes ago, late',
		'62 minutes ago, late',
		'4 days ago, late',
	]);
});

test('H11 the week until a report is looked at is told in days, in every language’s own words', () => {
	const by = after(7 * 24 * 60 * minute);
	const told = (language: string): string => leftWords(language, leftUntil(by, after(minute)));
	expect(told('en')).toBe('in 6 days');
	expect(told('de')).toBe('in 6 Tagen');
	expect(told('ar')).toMatch(/٦|6/);
});

test('what this device’s calendar is set to makes no difference, and before the backend said its time there is none', () => {
	const clock = clockFrom(start);
	vi.setSystemTime('1999-01-01T00:00:00Z');
	vi.advanceTimersByTime(5 * minute);
	expect(clock()).toBe(after(5 * minute));
	expect(clockFrom('')()).toBe('');
});
