/** Hints from earlier decisions: who has a place on the ladder, for how long, and what like cases led to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heardSince, needsHearing } from '../../../src/domain/case/heard.ts';
import { ladderDays, ladderOf, precedentsOf, type Decided } from '../../../src/domain/case/ladder.ts';

const day = 24 * 3_600_000;
const now = 10_000 * day;
const decision = (change: Partial<Decided>): Decided => ({
	report: 'r',
	matter: change.report ?? 'r',
	subject: 'Troll',
	at: now - day,
	outcome: 'violation',
	clauses: ['ucoc:3.1.insults'],
	severity: 'minor',
	sanctions: ['warning'],
	open: false,
	...change,
});

test('H10: earlier violations of the same person, newest first, until they are past', () => {
	const all = [
		decision({ report: 'a', at: now - 300 * day }),
		decision({ report: 'b', at: now - 10 * day, severity: 'severe', sanctions: ['block'] }),
		decision({ report: 'c', at: now - 400 * day }),
		decision({ report: 'd', subject: 'Somebody' }),
		decision({ report: 'e', subject: null }),
	];
	const rungs = ladderOf(all, 'troll', now);
	expect(rungs.map(({ report }) => report)).toEqual(['b', 'a']);
	expect(rungs[0]?.expires).toBe(now - 10 * day + ladderDays.severe * day);
});

test('H10: several reports of one thing are one step, and the newest decision of it counts', () => {
	const first = decision({ report: 'a', matter: 'm', at: now - 9 * day });
	const second = decision({ report: 'b', matter: 'm', at: now - 8 * day });
	expect(ladderOf([second, first], 'Troll', now)).toHaveLength(1);
	const overturned = decision({ report: 'a', matter: 'm', at: now - day, outcome: 'no-violation' });
	expect(ladderOf([first, second, overturned], 'Troll', now)).toEqual([]);
	expect(ladderOf([{ ...first, open: true }], 'Troll', now)).toEqual([]);
});

const anything = fc.record({
	report: fc.uuid(),
	matter: fc.constantFrom('one', 'two', 'three'),
	subject: fc.constantFrom('Troll', 'Other', null),
	at: fc.integer({ min: now - 3000 * day, max: now }),
	outcome: fc.constantFrom('violation' as const, 'no-violation' as const, 'elsewhere' as const, 'not-enough' as const),
	clauses: fc.constant(['ucoc:3.1.insults' as const]),
	severity: fc.constantFrom('minor' as const, 'serious' as const, 'severe' as const),
	sanctions: fc.subarray(['warning' as const, 'block' as const]),
	open: fc.boolean(),
});

test('H10: what was no violation has no place in any hint, whatever else was decided', () => {
	fc.assert(
		fc.property(fc.array(anything), (all) => {
			const cleared = all.map((one) => ({ ...one, outcome: 'no-violation' as const }));
			expect(ladderOf(cleared, 'Troll', now)).toEqual([]);
			expect(precedentsOf(cleared, ['ucoc:3.1'], 'minor')).toEqual([]);
			for (const rung of ladderOf(all, 'Troll', now)) {
				expect(rung).toMatchObject({ outcome: 'violation', open: false, subject: 'Troll' });
				expect(now).toBeLessThan(rung.expires);
			}
			const matters = ladderOf(all, 'Troll', now).map(({ matter }) => matter);
			expect(new Set(matters).size).toBe(matters.length);
		}),
	);
});

test('H10: like cases are of the same section and severity, whoever they were about', () => {
	const all = [
		decision({ report: 'a' }),
		decision({ report: 'b', subject: 'Other', clauses: ['ucoc:3.1.threats'] }),
		decision({ report: 'c', sanctions: ['partial-block', 'warning'] }),
		decision({ report: 'd', severity: 'severe', sanctions: ['block'] }),
		decision({ report: 'e', clauses: ['ucoc:3.3.removal'] }),
	];
	expect(precedentsOf(all, ['ucoc:3.1.insults'], 'minor')).toEqual([
		{ sanctions: ['warning'], times: 2, last: now - day },
		{ sanctions: ['partial-block', 'warning'], times: 1, last: now - day },
	]);
});

test('somebody is heard before a measure against them: once they answered, or had the time to', () => {
	expect(needsHearing(['hide', 'revert', 'protect'])).toBe(false);
	expect(needsHearing(['hide', 'partial-block'])).toBe(true);
	expect(heardSince(null, 3)).toBe(Number.POSITIVE_INFINITY);
	expect(heardSince({ told: null, answered: false }, 3)).toBe(Number.POSITIVE_INFINITY);
	expect(heardSince({ told: now, answered: false }, 3)).toBe(now + 3 * day);
	expect(heardSince({ told: now, answered: true }, 3)).toBe(0);
});
