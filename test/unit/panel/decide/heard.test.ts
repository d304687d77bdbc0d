/** A measure against somebody waits until they were heard, unless it is urgent and said why. */
import { expect, test } from 'vitest';
import { mustWait } from '../../../../src/panel/features/case/decide/must-wait.ts';
import type { Choices, DecideForm } from '../../../../src/panel/features/case/decide/use-form.ts';

const day = 24 * 3_600_000;
const now = 1_000 * day;
const form = (part: Partial<Choices>): Pick<DecideForm, 'choices'> => ({
	choices: {
		clauses: ['ucoc:3.1'],
		severity: 'serious',
		outcome: 'violation',
		sanctions: ['block'],
		urgent: false,
		urgentWhy: '',
		...part,
	},
});
const waits = (part: Partial<Choices>, hearing: Parameters<typeof mustWait>[1]): boolean =>
	mustWait(form(part), hearing, 3, now);

test('H10: not before they answered or had their days; at once where it is urgent, or nobody is touched by it', () => {
	expect(waits({}, null)).toBe(true);
	expect(waits({}, { told: null, answered: false })).toBe(true);
	expect(waits({}, { told: now - 2 * day, answered: false })).toBe(true);
	expect(waits({}, { told: now - 3 * day, answered: false })).toBe(false);
	expect(waits({}, { told: now, answered: true })).toBe(false);
	expect(waits({ urgent: true }, null)).toBe(false);
	expect(waits({ sanctions: ['hide', 'revert', 'protect'] }, null)).toBe(false);
	expect(waits({ sanctions: [] }, null)).toBe(false);
	expect(waits({ outcome: 'no-violation' }, null)).toBe(false);
});
