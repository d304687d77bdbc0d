/** The hounding measure: does one person come to pages new to them soon after another more often than chance gives? */
import { byPage } from '../contribution.ts';
import { holm } from './holm.ts';
import { checkNames, falseAlarmLevel, type Measure, type Question } from './model.ts';
import { lookAtPair, type Seen } from './pair.ts';

/** With fewer new pages or fewer edits of the other one nothing is said. */
const fewest = 10;

function readingOf({ others, attainable, ...seen }: Seen, p: number, pairs: number): Measure {
	const worst = checkNames.reduce((one, other) => (seen.checks[other].p > seen.checks[one].p ? other : one));
	const [reading, note]: [Measure['reading'], Measure['note']] =
		seen.appearances < fewest || others < fewest
			? ['too-little', 'few-pages']
			: p <= falseAlarmLevel
				? ['more-than-chance', null]
				: seen.checks.times.p * pairs <= falseAlarmLevel && attainable * pairs > falseAlarmLevel
					? ['too-little', 'few-days']
					: ['as-chance', worst];
	return { ...seen, p, level: falseAlarmLevel, reading, note };
}

/**
 * One measure for each ordered pair of people, the smallest p first.
 *
 * What is counted: the pages that `of` edits for the first time, and on how many of them `after` had edited in the 24 hours
 * before. Chance has three ways to explain such a count, and it reads as more than chance only if none of them does: the
 * times of both (times.ts), a shared interest in the same days (order.ts), and work from lists of everybody's edits
 * (list.ts). The p value is the largest of the three, so it holds if any one of them is the truth (intersection-union test:
 * R. L. Berger, "Multiparameter hypothesis testing and acceptance sampling", Technometrics 24 (1982), 295-300). What it
 * cannot tell: following in order to help, a list that only these two work through in the same order, or a person who
 * always reacts to the same news later. It is a reason to read the pages, never a verdict.
 */
export function measureFollowing(question: Question): Measure[] {
	const { users, edits } = question;
	const pages = new Map(users.map((user) => [user, byPage(edits.filter((edit) => edit.user === user))]));
	const pairs = users.flatMap((of) => users.filter((after) => after !== of).map((after) => ({ of, after })));
	const seen = pairs.map(({ of, after }) => lookAtPair(question, of, after, pages));
	const corrected = holm(seen.map(({ checks }) => Math.max(...checkNames.map((name) => checks[name].p))));
	return seen
		.map((one, at) => readingOf(one, corrected[at] ?? 1, pairs.length))
		.sort((a, b) => a.p - b.p || b.followed - a.followed);
}
