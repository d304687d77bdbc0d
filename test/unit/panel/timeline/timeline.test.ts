/** The timeline's picture: its window, what is left out, and where each event is drawn. */
import { expect, test } from 'vitest';
import type { TimelineMaterial } from '../../../../src/contract/timeline.ts';
import type { TimelineEvent } from '../../../../src/engines/timeline/event.ts';
import { dayOf, isWithin, shownTimeline, windowOf } from '../../../../src/panel/features/case/timeline/choice.ts';
import { layoutOf, width } from '../../../../src/panel/features/case/timeline/layout.ts';
import { partiesOf, rangeOf } from '../../../../src/panel/features/case/timeline/parties.ts';
import { bodyFor } from '../../../browser/panel/reports.ts';

const day = 24 * 3_600_000;
const start = Date.parse('2026-03-01T00:00:00Z');
const edit = (user: string, page: string, days: number, revision: number) => ({
	user,
	page,
	namespace: page.startsWith('Talk:') ? 1 : 0,
	revision,
	parent: 0,
	at: start + days * day,
	summary: '',
	tags: [],
	creation: false,
});
const material = (edits: TimelineMaterial['edits']): TimelineMaterial => ({
	edits,
	logs: [],
	digests: [],
	mentions: [],
	known: [
		['Ana', []],
		['Bo', []],
	],
	shares: [],
	lacking: [],
});
const none = { pages: new Set<string>(), namespaces: new Set<number>() };
const place = { index: 'https://wiki.example/w/index.php', now: start + 100 * day };
const whole = { from: start, to: start + 30 * day };

test('H5 pages count as edited by both only where both did so within the chosen window', () => {
	const read = material([
		edit('Ana', 'Pond', 1, 1),
		edit('Bo', 'Pond', 20, 2),
		edit('Bo', 'Mill', 2, 3),
		edit('Ana', 'Mill', 3, 4),
	]);
	const users = ['Ana', 'Bo'];
	const pages = (window: typeof whole) => shownTimeline(read, users, window, none, place).pages.map(({ page }) => page);
	expect(pages(whole)).toEqual(['Pond', 'Mill']);
	expect(pages({ from: start, to: start + 10 * day })).toEqual(['Mill']);
	expect(pages({ from: start + 10 * day, to: start + 30 * day })).toEqual([]);
});

test('H5 a page or namespace that is left out is gone from events, pages and the measure', () => {
	const edits = [
		edit('Ana', 'Pond', 1, 1),
		edit('Bo', 'Pond', 2, 2),
		edit('Ana', 'Talk:Pond', 3, 3),
		edit('Bo', 'Talk:Pond', 4, 4),
	];
	const shown = (hidden: typeof none) => shownTimeline(material(edits), ['Ana', 'Bo'], whole, hidden, place);
	expect(shown(none).events.length).toBe(4);
	const withoutPage = shown({ ...none, pages: new Set(['Pond']) });
	expect(withoutPage.pages.map(({ page }) => page)).toEqual(['Talk:Pond']);
	expect(withoutPage.measures.every(({ appearances }) => appearances === 1)).toBe(true);
	expect(shown({ ...none, namespaces: new Set([1]) }).pages.map(({ page }) => page)).toEqual(['Pond']);
});

test('who edited a page before the window, as far as that was read, does not come to it anew', () => {
	const edits = [edit('Bo', 'Pond', 1, 1), edit('Ana', 'Pond', 11, 2), edit('Bo', 'Pond', 12, 3)];
	const { measures } = shownTimeline(
		material(edits),
		['Ana', 'Bo'],
		{ from: start + 10 * day, to: whole.to },
		none,
		place,
	);
	expect(measures.find(({ of }) => of === 'Bo')?.appearances).toBe(0);
});

const event = (part: Partial<TimelineEvent>): TimelineEvent => ({
	type: 'edit',
	at: new Date(start).toISOString(),
	actor: 'Ana',
	target: null,
	page: 'Pond',
	namespace: 0,
	revision: 1,
	log: null,
	link: '',
	summary: '',
	...part,
});

test('H5 each person has a lane, time runs from the side where reading begins, what weighs more is drawn over the rest', () => {
	const events = [
		event({ type: 'block', actor: 'Bo', target: 'Ana' }),
		event({ at: new Date(whole.to).toISOString() }),
		event({ actor: 'Somebody else' }),
	];
	const stretch = { from: events[0]?.at ?? '', to: events[1]?.at ?? '' };
	const ltr = layoutOf(events, ['Ana', 'Bo'], whole, stretch, 'ltr');
	const rtl = layoutOf(events, ['Ana', 'Bo'], whole, stretch, 'rtl');
	expect(ltr.marks.map(({ type }) => type)).toEqual(['edit', 'block']);
	const [last, first] = ltr.marks;
	expect((first?.x ?? 0) < (last?.x ?? 0)).toBe(true);
	expect(rtl.marks.map(({ x }) => width - x)).toEqual(ltr.marks.map(({ x }) => x));
	const [ana, bo] = ltr.lanes;
	expect(first).toMatchObject({ y: bo?.y, to: ana?.y });
	for (const { x } of [...ltr.marks, ...rtl.marks]) expect(x > 0 && x < width).toBe(true);
	for (const [left = 0, right = 0] of [ltr.stretch ?? [], rtl.stretch ?? []]) expect(left < right).toBe(true);
});

test('it begins with those named, who reports where that is said, and the days before the report', () => {
	const [one] = bodyFor('x', 'insults').evidence;
	if (!one) throw new Error('no evidence');
	const talk = { ...one, target: { ...one.target, page: 'User talk:Dina/Archive' } };
	const body = { ...bodyFor('x', 'insults', { reporter: { mode: 'named', user: 'Chen' } }), recipients: [] };
	expect(partiesOf(body)).toEqual(['Mallory', 'Chen']);
	expect(partiesOf({ ...body, reporter: { mode: 'anonymous', user: null }, evidence: [talk] })).toEqual([
		'Mallory',
		'Dina',
	]);
	const range = rangeOf(body);
	expect([dayOf(range.from), dayOf(range.to)]).toEqual(['2026-09-23', '2026-11-21']);
	expect(windowOf(dayOf(range.from), dayOf(range.to))).toEqual(range);
	expect(windowOf('2026-02-02', '2026-02-01')).toBeNull();
	expect(isWithin({ from: range.from + day, to: range.to }, range)).toBe(true);
	expect(isWithin({ from: range.from - day, to: range.to }, range)).toBe(false);
});
