/** Pairs of made-up editors A and B of whom nobody follows anybody, though much may look like it. */
import { day, hour } from '../../../src/engines/timeline/contribution.ts';
import type { Chance } from './chance.ts';
import { anyTime, from, length, ownWork, pagesOf, popular, timeOn, type Habit, type Rough } from './made-up.ts';

type Maker = (chance: Chance) => Rough[];
const morning: Habit = [6, 8];
const evening: Habit = [15, 8];
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Both pick pages of one topic. */
const interest =
	(pages: number, edits: [number, number], habits: [Habit, Habit]): Maker =>
	(chance) => {
		const topic = pagesOf('Topic', pages);
		return ['A', 'B'].flatMap((user, i) => [
			...times(edits[i] ?? 0, () => ({
				user,
				page: topic[popular(chance, pages)] ?? '',
				at: anyTime(chance, habits[i]),
			})),
			...ownWork(chance, user, 40, habits[i]),
		]);
	};

/** A few pages are the talk of each day, and both edit some of them on that day. */
const sameDays =
	(perDay: [number, number], habits: [Habit, Habit], visits = 1): Maker =>
	(chance) =>
		times(length, (on) => pagesOf(`News of ${on},`, 6)).flatMap((pages, on) =>
			['A', 'B'].flatMap((user, i) => [
				...times(chance.about(perDay[i] ?? 0), () => chance.pick(pages)).flatMap((page) =>
					times(i === 0 ? visits : 1, () => ({ user, page, at: timeOn(chance, on, habits[i]) })),
				),
				...times(chance.about(1), () => ({
					user,
					page: `${user} ${chance.below(500)}`,
					at: timeOn(chance, on, habits[i]),
				})),
			]),
		);

/** Bursts of work in an hour on a shared topic. */
const bursts: Maker = (chance) =>
	['A', 'B'].flatMap((user) =>
		times(20, () => anyTime(chance)).flatMap((start) =>
			times(15, () => ({ user, page: `Topic ${chance.below(250)}`, at: start + chance.next() * hour })),
		),
	);

/** Topics that are hot for some days; both come while they are, A more often. */
const hotTopics: Maker = (chance) =>
	times(40, (n) => ({ n, start: from + chance.next() * length * day })).flatMap(({ n, start }) =>
		['A', 'A', 'A', 'B', 'B'].flatMap((user) =>
			times(3, () => ({ user, page: `Hot ${n} ${chance.below(3)}`, at: start + chance.wait(1.5 * day) })),
		),
	);

/** A list of a project that both work through in the same weeks, each in an order of their own. */
const sweep: Maker = (chance) =>
	['A', 'B'].flatMap((user) => [
		...chance
			.shuffled(pagesOf('Listed', 200))
			.map((page, i) => ({ user, page, at: from + (20 + i / 20) * day + chance.wait(hour) })),
		...ownWork(chance, user, 60),
	]);

/** The same in alphabetical order, B half a day behind, in three sittings. */
const sittings: Maker = (chance) =>
	['A', 'B'].flatMap((user, who) => [
		...pagesOf('Listed', 60).map((page, i) => ({
			user,
			page,
			at: from + (30 + Math.floor(i / 20) * 2 + who / 2) * day + (i % 20) * 120_000,
		})),
		...ownWork(chance, user, 100),
	]);

/** Several lists that both work through in the same order over some days each, either of them some hours ahead. */
const lists: Maker = (chance) =>
	times(6, (n) => {
		const start = from + (n * 10 + 1) * day;
		const behind = (chance.next() - 0.5) * 40 * hour;
		return ['A', 'B'].flatMap((user, who) =>
			pagesOf(`List ${n},`, 40).map((page, i) => ({
				user,
				page,
				at: start + who * behind + (i / 40) * 1.5 * day + chance.wait(hour),
			})),
		);
	})
		.flat()
		.concat(ownWork(chance, 'A', 60), ownWork(chance, 'B', 60));

/** A short list each day; on each day another coin says who begins it, the other one comes some hours later. */
const daily: Maker = (chance) =>
	times(length, (on) => {
		const first = chance.below(2);
		return pagesOf(`Of day ${on},`, 6).flatMap((page) => {
			const at = timeOn(chance, on, [2, 14]);
			const later = at + (0.2 + chance.next()) * 5 * hour;
			return ['A', 'B'].flatMap((user, who) =>
				chance.next() < 0.7 ? [{ user, page, at: who === first ? at : later }] : [],
			);
		});
	})
		.flat()
		.concat(ownWork(chance, 'A', 60), ownWork(chance, 'B', 60));

/** B takes what somebody edited minutes or hours before; A makes the given share of it. */
const recentChanges =
	(count: number, share: number): Maker =>
	(chance) => [
		...times(count, () => anyTime(chance)).flatMap((at) => {
			const isA = chance.next() < share;
			const page = isA ? `A's ${chance.below(9999)}` : `Somebody's ${chance.below(9999)}`;
			const theirs = { user: 'A', page, at: at - chance.wait(2 * hour) };
			return [...(isA ? [theirs] : []), { user: 'B', page, at }];
		}),
		...ownWork(chance, 'A', 150),
	];

/** A on week days, B on Saturdays, about the topics of the week. */
const weekend: Maker = (chance) =>
	times(Math.floor(length / 7), (week) => week * 7).flatMap((monday) => {
		const page = (): string => `Week ${monday} ${chance.below(8)}`;
		return [
			...times(12, () => ({ user: 'A', page: page(), at: timeOn(chance, monday + chance.below(5)) })),
			...times(8, () => ({ user: 'B', page: page(), at: timeOn(chance, monday + 5) })),
			...times(6, () => ({ user: 'B', page: `B's ${chance.below(500)}`, at: timeOn(chance, monday + 5) })),
		];
	});

/** Long discussions in which the two answer each other by turns, begun by either. */
const discussions: Maker = (chance) =>
	times(25, (n) => anyTime(chance) + n).flatMap((start, n) => {
		let at = start;
		const first = chance.below(2);
		return times(8, (turn) => {
			at += chance.wait(5 * hour);
			return { user: (turn + first) % 2 === 0 ? 'A' : 'B', page: `Talk ${n}`, at };
		});
	});

/** One page that everybody writes on, day by day, beside work of their own. */
const villagePump: Maker = (chance) =>
	['A', 'B'].flatMap((user) => [
		...times(150, () => ({ user, page: `Pump ${chance.below(3)}`, at: anyTime(chance) })),
		...ownWork(chance, user, 80),
	]);

export const withoutFollowing: Readonly<Record<string, Maker>> = {
	'strangers on one wiki': interest(3000, [200, 200], [evening, evening]),
	'one topic, no habits': interest(
		100,
		[150, 150],
		[
			[0, 24],
			[0, 24],
		],
	),
	'one topic, same evenings': interest(150, [120, 120], [evening, evening]),
	'one topic, mornings and evenings': interest(150, [120, 120], [morning, evening]),
	'one topic, one of them very active': interest(200, [1500, 60], [evening, evening]),
	'the news of each day': sameDays(
		[3, 3],
		[
			[0, 24],
			[0, 24],
		],
	),
	'the news of each day, same evenings': sameDays([4, 3], [evening, evening]),
	'the news of each day, mornings and evenings': sameDays([3, 3], [morning, evening]),
	'the news of each day, A again and again': sameDays([3, 2], [evening, evening], 4),
	'bursts on one topic': bursts,
	'topics that are hot for some days': hotTopics,
	'a list in orders of their own': sweep,
	'a list in the same order, in three sittings': sittings,
	'six lists in the same order, either ahead': lists,
	'a list each day, one of them ahead all day': daily,
	'from recent changes': recentChanges(300, 0.03),
	'a patrolling bot': recentChanges(3000, 0.02),
	'week days and Saturdays': weekend,
	'discussions by turns': discussions,
	'the village pump': villagePump,
};
