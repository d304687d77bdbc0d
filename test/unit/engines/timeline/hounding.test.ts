/** The hounding measure on small stories: what counts as following, and what is left out. */
import { expect, test } from 'vitest';
import { day, hour, type Contribution } from '../../../../src/engines/timeline/contribution.ts';
import { measureFollowing } from '../../../../src/engines/timeline/hounding/measure.ts';
import type { Measure } from '../../../../src/engines/timeline/hounding/model.ts';
import { shiftedShare } from '../../../../src/engines/timeline/hounding/times.ts';
import { edit, start } from './edits.ts';

const minutesOf = (days: number): number => days * 24 * 60;
const to = start + 40 * day;

function measure(edits: readonly Contribution[], known?: Map<string, Set<string>>, users = ['Ana', 'Bo']): Measure {
	const measures = measureFollowing({ users, edits, to, ...(known ? { known } : {}) });
	const found = measures.find(({ of, after }) => of === 'Bo' && after === 'Ana');
	if (!found) throw new Error('no measure');
	return found;
}

/** On each of so many days Ana edits a page of hers, Bo comes some hours later, and both work elsewhere too. */
const story = (days: number, hours = 3, page = (on: number): string => `Pond ${on}`): Contribution[] =>
	Array.from({ length: days }, (_, on) => [
		edit('Ana', page(on), minutesOf(on)),
		edit('Bo', page(on), minutesOf(on) + hours * 60),
		edit('Ana', `Ana's ${on}`, minutesOf(on) + ((on * 7) % 24) * 60),
		edit('Bo', `Bo's ${on}`, minutesOf(on) + ((on * 11) % 24) * 60),
	]).flat();

test('Bo after Ana on thirty days reads as more than chance, Ana after Bo does not', () => {
	const edits = story(30);
	const found = measure(edits);
	expect(found).toMatchObject({ appearances: 60, followed: 30, reading: 'more-than-chance', note: null, level: 0.01 });
	expect(found.p).toBeLessThan(0.001);
	expect(found.order).toMatchObject({ before: 30, behind: 0, days: 30 });
	expect(found.expected).toBeLessThan(2);
	const [low = 0, high = 0] = found.interval ?? [];
	expect(low).toBeLessThan(found.ratio ?? 0);
	expect(high).toBeGreaterThan(found.ratio ?? 0);
	expect(low).toBeGreaterThan(1);
	expect(found.pages[0]).toMatchObject({ page: 'Pond 0', after: { at: new Date(start).toISOString() } });
	const back = measureFollowing({ users: ['Ana', 'Bo'], edits, to }).find(({ of }) => of === 'Ana');
	expect(back).toMatchObject({ followed: 0, reading: 'as-chance' });
});

test('the other windows are shown beside', () => {
	const { windows } = measure(story(30, 10));
	expect(windows.map(({ hours, followed }) => [hours, followed])).toEqual([
		[6, 0],
		[24, 30],
		[72, 30],
	]);
});

test('few pages, or few days, are too little to tell', () => {
	expect(measure(story(4))).toMatchObject({ reading: 'too-little', note: 'few-pages' });
	expect(measure(story(6))).toMatchObject({ followed: 6, reading: 'too-little', note: 'few-days' });
	const noEdits = measure([edit('Bo', 'Pond', 0)]);
	expect(noEdits).toMatchObject({ reading: 'too-little', ratio: null, interval: null });
});

test('pages that Bo knew, made or was called to are not new, and user pages of the two do not count', () => {
	const edits = story(30);
	expect(measure(edits, new Map([['Bo', new Set(['Pond 3', 'Pond 4'])]]))).toMatchObject({ followed: 28 });
	const made = edits.map((one) => (one.user === 'Bo' && one.page === 'Pond 5' ? { ...one, creation: true } : one));
	expect(measure(made)).toMatchObject({ followed: 29 });
	const called = edits.map((one) =>
		one.user === 'Ana' && one.page === 'Pond 6' ? { ...one, summary: 'see here, [[User:Bo]]' } : one,
	);
	expect(measure(called)).toMatchObject({ followed: 29 });
	const own = story(30, 3, (on) => `User talk:${on % 2 === 0 ? 'Ana' : 'Bo'}/${on}`);
	expect(measure(own)).toMatchObject({ appearances: 30, followed: 0 });
});

test('only the first edit of a page counts', () => {
	const again = story(30).flatMap((one) => [
		one,
		{ ...one, at: one.at + 20 * 60_000, revision: one.revision + 10_000 },
	]);
	expect(measure(again)).toMatchObject({ appearances: 60, followed: 30 });
});

test('more people, more questions: the same story weighs less', () => {
	const two = measure(story(30));
	const five = measure(story(30), undefined, ['Ana', 'Bo', 'Cy', 'Di', 'Ed']);
	expect(five.p).toBeCloseTo(two.p * 10, 12);
});

test('a page that the other one edits every day proves nothing', () => {
	const others = Array.from({ length: 40 }, (_, on) => edit('Ana', 'Pump', minutesOf(on)));
	const appearance = { page: 'Pump', at: start + 20 * day + hour, revision: 1, others, visits: [] };
	expect(shiftedShare(appearance, day, 40)).toBe(1);
	expect(shiftedShare({ ...appearance, others: others.slice(0, 10) }, day, 40)).toBe(0.25);
	expect(shiftedShare({ ...appearance, others: others.slice(0, 1) }, 3 * day, 40)).toBe(3 / 40);
	expect(shiftedShare({ ...appearance, others: others.slice(0, 1) }, hour / 2, 40)).toBe(0);
});
