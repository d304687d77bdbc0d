/** What a handler chose while deciding, and what is still missing. */
import { useState } from 'preact/hooks';
import type { DecisionBody } from '../../../../contract/desk.ts';
import type { CaseRow } from '../../../../contract/case.ts';
import type { ReportBody } from '../../../../contract/report.ts';

export interface Choices {
	readonly clauses: DecisionBody['clauses'];
	readonly severity: DecisionBody['severity'] | null;
	readonly outcome: DecisionBody['outcome'] | null;
	readonly sanctions: DecisionBody['sanctions'];
	readonly urgent: boolean;
	readonly urgentWhy: string;
}
export type Missing = 'clauses' | 'severity' | 'outcome' | 'why' | 'urgent-why';

export interface DecideForm {
	readonly choices: Choices;
	change(part: Partial<Choices>): void;
	missing(why: string): Missing[];
	/** null while something is missing. `why`: for handlers alone. */
	body(report: string, why: string): DecisionBody | null;
}

export function useDecideForm({ clause }: ReportBody, { severity }: CaseRow): DecideForm {
	const [choices, setChoices] = useState<Choices>({
		clauses: [clause],
		severity,
		outcome: null,
		sanctions: [],
		urgent: false,
		urgentWhy: '',
	});
	const { urgent, urgentWhy } = choices;
	return {
		choices,
		change: (part) => setChoices((old) => ({ ...old, ...part })),
		missing: (why) => [
			...(choices.clauses.length === 0 ? ['clauses' as const] : []),
			...(choices.severity === null ? ['severity' as const] : []),
			...(choices.outcome === null ? ['outcome' as const] : []),
			...(why.trim() === '' ? ['why' as const] : []),
			...(urgent && urgentWhy.trim() === '' ? ['urgent-why' as const] : []),
		],
		body(report, rationale) {
			const { clauses, severity: level, outcome } = choices;
			if (level === null || outcome === null || clauses.length === 0) return null;
			return {
				v: 1,
				desk: 'handlers',
				report,
				kind: 'decision',
				clauses,
				severity: level,
				outcome,
				sanctions: outcome === 'violation' ? choices.sanctions : [],
				rationale,
				urgent,
				...(urgent ? { urgentWhy } : {}),
			};
		},
	};
}
