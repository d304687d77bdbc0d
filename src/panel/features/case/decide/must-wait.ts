/** Whether a decision has to wait for the person reported. */
import { heardSince, needsHearing } from '../../../../domain/case/heard.ts';
import type { DecideForm } from './use-form.ts';

export interface Told {
	/** ms; null: nobody wrote to them. */
	readonly told: number | null;
	readonly answered: boolean;
}

/** Whether this decision has to wait: a measure against somebody who was not heard, and it is not said to be urgent. */
export function mustWait(
	{ choices }: Pick<DecideForm, 'choices'>,
	hearing: Told | null,
	days: number,
	now: number,
): boolean {
	const { outcome, sanctions, urgent } = choices;
	return outcome === 'violation' && needsHearing(sanctions) && !urgent && heardSince(hearing, days) > now;
}
