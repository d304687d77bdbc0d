/** What severity and handlers' merging do to the queue, and which lane a case is in. */
import { expect, test } from 'vitest';
import type { CaseRow } from '../../../../src/contract/case.ts';
import { laneOf, lanesOf } from '../../../../src/panel/features/case/queue/lanes.ts';
import { casesOf, settled, type Opened } from '../../../../src/panel/features/case/queue/model.ts';
import { caseOf, dueOn, opened } from './rows.ts';

const order = (rows: readonly Opened[]): string[] =>
	casesOf(rows).map(({ reports }) => reports.map(({ row }) => row.id).join('+'));
const now = '2026-12-05T00:00:00.000Z';
const desk = { now, mine: new Set(['me']) };

test('emergencies, then severity, then the deadline: as handlers said, else by kind', () => {
	const rows = [
		opened('a', { due: dueOn('01') }),
		opened('b', { due: dueOn('20') }, { kind: 'doxing' }),
		opened('c', { due: dueOn('19') }, { kind: 'hounding' }),
		opened('d', { due: dueOn('18'), severity: 'severe' }),
		opened('e', { due: dueOn('02') }, { kind: 'trolling' }),
		opened('f', { due: dueOn('30'), route: 'threat' }, { kind: 'threats' }),
		opened('g', { due: dueOn('03'), severity: 'minor' }, { kind: 'doxing' }),
	];
	expect(order(rows)).toEqual(['f', 'd', 'b', 'c', 'a', 'e', 'g']);
});

test('without a token a report waits behind the others until a handler has said how heavy it is', () => {
	const rows = [
		opened('a', { standing: 'work' }, { kind: 'sexual' }),
		opened('b'),
		opened('c', { standing: 'work', severity: 'severe' }),
	];
	expect(order(rows)).toEqual(['c', 'b', 'a']);
});

test('H13 joined reports are one case with all that is about the same things, and apart again once parted', () => {
	const same = { about: 'f'.repeat(64) };
	const joined = [
		opened('a', { group: 'g' }, same),
		opened('b', { due: dueOn('11') }, same),
		opened('c', { group: 'g' }),
		opened('d', { group: 'h', due: dueOn('12') }),
		opened('e', { group: 'h' }),
		opened('x', { due: dueOn('13') }),
	];
	expect(order(joined)).toEqual(['a+b+c', 'd+e', 'x']);
	expect(order([...joined].reverse())).toEqual(['a+b+c', 'd+e', 'x']);
	const parted = joined.map((one) => ({ ...one, row: { ...one.row, group: null } }));
	expect(order(parted)).toEqual(['a+b', 'c', 'e', 'd', 'x']);
	// One report in both groups: all of them hang together, whichever comes first.
	const both = [...joined, opened('y', { group: 'h', due: dueOn('14') }, same)];
	expect(order(both)).toEqual(['a+b+c+d+e+y', 'x']);
	expect(order([...both].reverse())).toEqual(['a+b+c+d+e+y', 'x']);
});

const lanes: [string, Partial<CaseRow>, string, boolean][] = [
	['new', {}, 'waiting', false],
	['assigned to me', { assigned: 'me' }, 'waiting', true],
	['in my hands', { lease: { key: 'me', until: '2026-12-05T00:03:00.000Z' } }, 'waiting', true],
	['in my hands until a while ago', { lease: { key: 'me', until: '2026-12-04T23:59:00.000Z' } }, 'waiting', false],
	['put off', { snoozed: '2026-12-06T00:00:00.000Z', assigned: 'me' }, 'snoozed', false],
	['put off until before', { snoozed: '2026-12-04T00:00:00.000Z' }, 'waiting', false],
	['put off and overdue', { snoozed: '2026-12-06T00:00:00.000Z', due: dueOn('04') }, 'waiting', false],
	['decided', { state: 'decided', assigned: 'me' }, 'over', false],
	['decided, and its reporter wrote', { state: 'decided', unanswered: now }, 'waiting', false],
];

test.each(lanes)('what is %s is in its lane', (_, row, lane, mine) => {
	const one = caseOf('a', row);
	expect(laneOf(one, desk)).toBe(lane);
	expect(lanesOf(one, desk).includes('mine')).toBe(mine);
});

test('one report that waits keeps the whole case waiting', () => {
	const same = { about: 'f'.repeat(64) };
	const [one] = casesOf([
		opened('a', { snoozed: '2026-12-06T00:00:00.000Z' }, same),
		opened('b', { state: 'closed' }, same),
		opened('c', {}, same),
	]);
	expect(one && laneOf(one, desk)).toBe('waiting');
	const [rest] = casesOf([
		opened('a', { snoozed: '2026-12-06T00:00:00.000Z' }, same),
		opened('b', { state: 'closed' }, same),
	]);
	expect(rest && laneOf(rest, desk)).toBe('snoozed');
});

test('what left the lane keeps its place on the screen until somebody sorts', () => {
	const all = casesOf([opened('a', { state: 'decided' }), opened('b'), opened('c', { due: dueOn('01') })]);
	const shown = casesOf([opened('a'), opened('b')]);
	const latest = all.filter((one) => laneOf(one, desk) === 'waiting');
	expect(settled(shown, latest, all).map(({ key }) => key[0])).toEqual(['a', 'b', 'c']);
});
