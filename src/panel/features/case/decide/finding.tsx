/** What was found: clauses, how bad it is, the outcome, and what is done about it. */
import { severities } from '../../../../domain/case/event-kinds.ts';
import { Chips } from '../../../ui/chips.tsx';
import type { CaseWords } from '../words.ts';
import { Clauses } from './clauses.tsx';
import { Sanctions } from './sanctions.tsx';
import type { DecideForm } from './use-form.ts';
import type { DecideWords } from './words.ts';

const outcomes = ['violation', 'no-violation', 'elsewhere', 'not-enough'] as const;

export function Finding({ form, say, words }: { form: DecideForm; say: CaseWords; words: DecideWords }) {
	const { choices, change } = form;
	return (
		<>
			<Chips
				legend={say('decide-outcome')}
				chips={outcomes.map((id) => ({ id, label: say(`outcome-${id}`) }))}
				chosen={choices.outcome}
				onChoose={(outcome) => change({ outcome })}
			/>
			<Clauses chosen={choices.clauses} onChoose={(clauses) => change({ clauses })} say={words} />
			<Chips
				legend={words('decide-severity')}
				chips={severities.map((id) => ({ id, label: words(`severity-${id}`) }))}
				chosen={choices.severity}
				onChoose={(severity) => change({ severity })}
			/>
			{choices.outcome === 'violation' && (
				<Sanctions chosen={choices.sanctions} onChoose={(sanctions) => change({ sanctions })} say={words} />
			)}
		</>
	);
}
