/** Filters of the queue: what each shows, and the counts beside them. */
import { expect, test } from 'vitest';
import type { DeskQuery } from '../../../../src/contract/desk-choices.ts';
import { countsOf, everything, isFiltered, isShown } from '../../../../src/panel/features/case/queue/filter.ts';
import { casesOf } from '../../../../src/panel/features/case/queue/model.ts';
import { dueOn, opened } from './rows.ts';

const desk = { now: '2026-12-05T00:00:00.000Z', mine: new Set(['me']) };
const same = { about: '9'.repeat(64) };
const other = 'https://other.example.org/w';
const cases = casesOf([
	opened('a', { state: 'triaged', assigned: 'me' }),
	opened('b', { due: dueOn('01'), section: 'ucoc:3.3' }, { kind: 'hate' }),
	opened('c', { route: 'private-data', assigned: 'you' }, { kind: 'doxing', ...same }),
	opened('d', {}, { kind: 'hounding', ...same }),
	opened('e', { state: 'closed' }),
	opened('f', { wiki: other, snoozed: '2026-12-20T00:00:00.000Z' }),
]);
const shown = (part: Partial<DeskQuery>, found: ReadonlySet<string> | null = null): string =>
	cases
		.filter((one) => isShown(one, { ...everything, ...part }, desk, found))
		.map(({ reports }) => reports.map(({ row }) => row.id).join('+'))
		.sort()
		.join(' ');

test.each<[Partial<DeskQuery>, string]>([
	[{}, 'a b c+d'],
	[{ lane: 'mine' }, 'a'],
	[{ lane: 'over' }, 'e'],
	[{ lane: 'snoozed', wiki: other }, 'f'],
	[{ state: 'triaged' }, 'a'],
	[{ kind: 'hounding' }, 'c+d'],
	[{ clause: 'ucoc:3.3' }, 'b'],
	[{ route: 'private-data' }, 'c+d'],
	[{ whose: 'mine' }, 'a'],
	[{ whose: 'unassigned' }, 'b c+d'],
	[{ overdue: true }, 'b'],
	// Of one report both must be true, not one here and one there.
	[{ kind: 'hounding', route: 'private-data' }, ''],
])('%o shows %s', (part, ids) => {
	expect(shown(part)).toBe(ids);
	expect(isFiltered({ ...everything, ...part })).toBe(Object.keys(part).some((key) => key !== 'lane'));
});

test('what is searched narrows down what is shown', () => {
	expect(shown({ text: 'x' }, new Set(['d', 'e']))).toBe('c+d');
	expect(shown({ text: 'x', kind: 'doxing' }, new Set(['d']))).toBe('');
});

test('counts are of cases: each once in a lane, and under every value that one of its reports has', () => {
	const counts = countsOf(cases, 'waiting', desk);
	expect(counts.lanes).toEqual({ waiting: 3, mine: 1, snoozed: 1, over: 1 });
	expect(Object.fromEntries(counts.facets.kind)).toEqual({ insults: 1, hate: 1, doxing: 1, hounding: 1 });
	expect(Object.fromEntries(counts.facets.whose)).toEqual({ mine: 1, unassigned: 2 });
	expect(Object.fromEntries(counts.facets.wiki)).toEqual({ 'https://wiki.example.org/w': 3 });
	expect(counts.overdue).toBe(1);
	expect(Object.fromEntries(countsOf(cases, 'over', desk).facets.state)).toEqual({ closed: 1 });
});
