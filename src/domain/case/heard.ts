/** Whether the person reported was heard before something is done about them. */
import type { Sanction } from './ladder.ts';

/** What is done about a person; to hide, revert or protect is about words and pages. */
const personal: readonly Sanction[] = ['warning', 'block', 'partial-block'];

export const needsHearing = (sanctions: readonly Sanction[]): boolean =>
	sanctions.some((one) => personal.includes(one));

export interface Hearing {
	/** When they were first written to, ms; null: nobody wrote yet. */
	readonly told: number | null;
	readonly answered: boolean;
}

/** Since when (ms) it may go on: 0 for now, Infinity while nobody asked them. They answered, or had `days` to do so. */
export function heardSince(hearing: Hearing | null, days: number): number {
	if (hearing?.answered) return 0;
	return hearing?.told ? hearing.told + days * 24 * 3_600_000 : Number.POSITIVE_INFINITY;
}
