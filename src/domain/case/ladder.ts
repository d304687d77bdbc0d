/** What earlier decisions say for the next one: the steps somebody was on already, and what like cases led to. */
import { sectionOf, type ClauseId } from '../conduct/clauses.ts';
import { samePerson } from '../people/names.ts';
import type { Severity } from './event-kinds.ts';

export type Sanction = 'warning' | 'block' | 'partial-block' | 'protect' | 'hide' | 'revert';

/** A decision as the handlers wrote it down. */
export interface Decided {
	readonly report: string;
	/** The same for several reports of one thing. */
	readonly matter: string;
	readonly subject: string | null;
	/** When it was decided, ms. */
	readonly at: number;
	readonly outcome: 'violation' | 'no-violation' | 'elsewhere' | 'not-enough';
	readonly clauses: readonly ClauseId[];
	readonly severity: Severity;
	readonly sanctions: readonly Sanction[];
	/** It is being looked at again: it may fall. */
	readonly open: boolean;
}

const day = 24 * 3_600_000;
/** For how long (days) a violation counts: people change, and the milder it was, the sooner it is past. */
export const ladderDays: Readonly<Record<Severity, number>> = { minor: 365, serious: 3 * 365, severe: 5 * 365 };

export interface Rung extends Decided {
	/** From then on it counts no more, ms. */
	readonly expires: number;
}

/** The newest decision of each matter: one that was overturned is no more. */
function standing(decided: readonly Decided[]): Decided[] {
	const last = new Map<string, Decided>();
	for (const one of decided) {
		const other = last.get(one.matter);
		if (!other || other.at < one.at) last.set(one.matter, one);
	}
	return [...last.values()].filter(({ outcome, open }) => outcome === 'violation' && !open);
}

/**
 * Where the subject stands already: earlier violations that still count, newest first. A case without a violation has no
 * place here, nor one that is being looked at again; what several people reported counts once.
 */
export function ladderOf(decided: readonly Decided[], subject: string, now: number): Rung[] {
	return standing(decided)
		.filter((one) => one.subject !== null && samePerson(one.subject, subject))
		.map((one): Rung => ({ ...one, expires: one.at + ladderDays[one.severity] * day }))
		.filter(({ at, expires }) => at <= now && now < expires)
		.sort((one, other) => other.at - one.at);
}

export interface Precedent {
	/** In alphabetical order; none: it was a violation without a measure. */
	readonly sanctions: readonly Sanction[];
	/** In how many matters. */
	readonly times: number;
	/** When it was so last, ms. */
	readonly last: number;
}

/** What violations of the same section and severity led to, the most frequent first; whose they were plays no part. */
export function precedentsOf(
	decided: readonly Decided[],
	clauses: readonly ClauseId[],
	severity: Severity,
): Precedent[] {
	const sections = new Set(clauses.map(sectionOf));
	const found = new Map<string, Precedent>();
	for (const one of standing(decided)) {
		if (one.severity !== severity || !one.clauses.some((clause) => sections.has(sectionOf(clause)))) continue;
		const sanctions = [...new Set(one.sanctions)].sort();
		const known = found.get(sanctions.join());
		found.set(sanctions.join(), {
			sanctions,
			times: (known?.times ?? 0) + 1,
			last: Math.max(known?.last ?? 0, one.at),
		});
	}
	return [...found.values()].sort((one, other) => other.times - one.times || other.last - one.last);
}
