/** The stretch that matters first: dense, weighty, and late where two are alike. */
import { expect, test } from 'vitest';
import { day } from '../../../../src/engines/timeline/contribution.ts';
import type { EventType, TimelineEvent } from '../../../../src/engines/timeline/event.ts';
import { stretchOf } from '../../../../src/engines/timeline/stretch.ts';

const from = Date.UTC(2026, 0, 1);
const to = from + 100 * day;
const event = (type: EventType, on: number, page = 'Pond'): TimelineEvent => ({
	type,
	at: new Date(from + on * day).toISOString(),
	actor: 'Bo',
	target: 'Ana',
	page,
	namespace: 0,
	revision: 1,
	log: null,
	link: '',
	summary: '',
});
const scattered = [3, 17, 31, 45, 59, 73, 87].map((on) => event('edit', on));
const row = (type: EventType, begin: number): TimelineEvent[] =>
	[0, 0.2, 0.5, 0.9, 1.3].map((on) => event(type, begin + on, 'Weir'));
const inOrder = (events: TimelineEvent[]): TimelineEvent[] => events.toSorted((a, b) => (a.at < b.at ? -1 : 1));

test('nothing happened: no stretch', () => {
	expect(stretchOf([], from, to)).toBeNull();
});

test('a quarrel of two days stands out, and the answer says what is in it', () => {
	const stretch = stretchOf(inOrder([...scattered, ...row('revert', 40)]), from, to);
	expect(stretch).toMatchObject({ events: 5, types: { revert: 5 }, pages: ['Weir'], reason: 'densest' });
	expect(stretch?.from).toBe(new Date(from + 40 * day).toISOString());
	expect(stretch?.denser).toBeGreaterThan(10);
	expect(stretch?.share).toBeCloseTo(15 / 22);
});

test('reverts weigh more than edits that are as many', () => {
	const stretch = stretchOf(inOrder([...row('edit', 20), ...scattered, ...row('revert', 8)]), from, to);
	expect(stretch?.types).toEqual({ revert: 5 });
});

test('of two that are alike the later one comes first', () => {
	const stretch = stretchOf(inOrder([...row('reply', 20), ...scattered, ...row('reply', 80)]), from, to);
	expect(stretch?.from).toBe(new Date(from + 80 * day).toISOString());
});
