/** How long reports waited: by month and route, with nothing said of few. */
import { expect, test } from 'vitest';
import { summarize, type Look } from '../../../src/domain/report/first-look.ts';

const at = Date.parse('2026-05-31T23:59:00Z');
const waited = (...waits: (number | null)[]): Look[] =>
	waits.map((wait) => ({ route: 'conduct', at, first: wait === null ? null : at + wait }));

test('half of them and nine of ten, by nearest rank, in whatever order they came', () => {
	const looks = waited(10, 9, 8, 7, 6, 5, 4, 3, 2, 1, null);
	expect(summarize(looks)).toEqual([{ month: '2026-05', route: 'conduct', seen: 10, median: 5, p90: 9 }]);
	expect(summarize(waited(7, 7, 7, 7, 1000))).toMatchObject([{ seen: 5, median: 7, p90: 1000 }]);
});

test('a month and a route stand for themselves; below five nothing is told, not even how many', () => {
	const next = { route: 'threat', at: at + 60_000, first: at + 120_000 } as const;
	const nothing = { seen: null, median: null, p90: null };
	expect(summarize([next, ...waited(1, 2, 3, 4, null)])).toEqual([
		{ month: '2026-05', route: 'conduct', ...nothing },
		{ month: '2026-06', route: 'threat', ...nothing },
	]);
	expect(summarize([])).toEqual([]);
});
