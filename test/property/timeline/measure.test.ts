/** The hounding measure over many made-up editors: how often it sees following where there is none, and where there is. */
import { expect, test } from 'vitest';
import { measureFollowing } from '../../../src/engines/timeline/hounding/measure.ts';
import { falseAlarmLevel, type Measure } from '../../../src/engines/timeline/hounding/model.ts';
import { chance } from './chance.ts';
import { follower, followers } from './following.ts';
import { contributions, to, type Rough } from './made-up.ts';
import { withoutFollowing } from './without.ts';

const seeds = 100;

function measuresOf(rough: readonly Rough[], users = ['A', 'B']): Measure[] {
	return measureFollowing({ users, edits: contributions(rough), to });
}

const alarms = (make: (seed: number) => Measure[], many = seeds): number =>
	Array.from({ length: many }, (_, seed) => make(seed)).filter((measures) =>
		measures.some(({ reading }) => reading === 'more-than-chance'),
	).length;

test.each(Object.entries(withoutFollowing))('H5: nobody follows: %s: alarms stay at the stated level', (_, make) => {
	expect(alarms((seed) => measuresOf(make(chance(seed))))).toBeLessThanOrEqual(Math.ceil(falseAlarmLevel * seeds));
});

test('H5: five people of one topic, twenty questions: alarms stay at the stated level for all together', () => {
	const [make] = [withoutFollowing['the news of each day, same evenings']];
	const users = ['A', 'B', 'C', 'D', 'E'];
	const five = (seed: number): Measure[] => {
		const pairs = [0, 1, 2].flatMap((turn) =>
			(make?.(chance(seed * 3 + turn)) ?? []).map((one) => ({
				...one,
				user: users[(one.user === 'A' ? 0 : 1) + turn * 2] ?? 'E',
			})),
		);
		return measuresOf(
			pairs.filter(({ user }) => users.includes(user)),
			users,
		);
	};
	expect(alarms(five, 40)).toBe(0);
});

test.each(['30 % within 12 hours', '30 % within 12 hours, same evenings', '15 % within 6 hours'])(
	'somebody who follows is found in four of five cases: %s',
	(name) => {
		const habits = followers[name];
		if (!habits) throw new Error(name);
		let wrong = 0;
		const found = Array.from({ length: seeds }, (_, seed) => {
			const measures = measuresOf(follower(chance(seed), habits));
			const read = measures.filter(({ reading }) => reading === 'more-than-chance');
			if (read.some(({ of }) => of === 'A')) wrong++;
			return read.some(({ of }) => of === 'B');
		}).filter(Boolean).length;
		expect(found).toBeGreaterThanOrEqual(0.8 * seeds);
		expect(wrong).toBe(0);
	},
);

test('neither the order of the edits nor the order of the names changes what is read', () => {
	const chances = chance(11);
	const rough = follower(chances, { edits: 60, share: 0.4, within: 12 * 3_600_000, own: 60 });
	const edits = contributions(rough);
	const one = measureFollowing({ users: ['A', 'B'], edits, to });
	expect(measureFollowing({ users: ['A', 'B'], edits: chances.shuffled(edits), to })).toEqual(one);
	expect(measureFollowing({ users: ['B', 'A'], edits, to })).toEqual(one);
});
