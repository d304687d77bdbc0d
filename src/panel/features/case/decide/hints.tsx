/** Hints from earlier decisions: where the person stands, and what like cases led to. They bind nobody. */
import type { HandlerKeys } from '../../../../contract/vault.ts';
import { ladderOf, precedentsOf, type Sanction } from '../../../../domain/case/ladder.ts';
import { sectionNumber } from '../../../clause.ts';
import { usePanel } from '../../../panel.ts';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { useEarlier } from './use-earlier.ts';
import type { Choices } from './use-form.ts';
import type { DecideWords } from './words.ts';

export function Hints(props: {
	report: string;
	subject: string | null;
	choices: Choices;
	keys: HandlerKeys;
	/** ms. */
	now: number;
	say: DecideWords;
}) {
	const { words } = usePanel();
	const { report, subject, choices, keys, now, say } = props;
	const { decided, problem, again } = useEarlier(report, keys);
	if (problem) return <ProblemMessage problem={problem} again={again} />;
	if (!decided) return <Progress label={say('hints-loading')} />;
	const measures = (all: readonly Sanction[]): string =>
		all.length > 0 ? words.list(all.map((one) => say(`sanction-${one}`))) : say('hints-no-measure');
	const date = (at: number): string => words.time(new Date(at).toISOString());
	const rungs = subject === null ? [] : ladderOf(decided, subject, now);
	const like = choices.severity === null ? [] : precedentsOf(decided, choices.clauses, choices.severity);
	return (
		<>
			<p class="wh-small">{say('hints-help', decided.length)}</p>
			<h3 class="wh-subheading">{say('hints-ladder', subject ?? '')}</h3>
			{rungs.length === 0 ? (
				<p>{say('hints-ladder-none')}</p>
			) : (
				<ul>
					{rungs.map(({ report: id, at, clauses, severity, sanctions, expires }) => (
						<li key={id}>
							{date(at)}: {words.list([...new Set(clauses.map(sectionNumber))])}, {say(`severity-${severity}`)},{' '}
							{measures(sanctions)}. {say('hints-expires', date(expires))}
						</li>
					))}
				</ul>
			)}
			<h3 class="wh-subheading">{say('hints-like')}</h3>
			{like.length === 0 ? (
				<p>{say(choices.severity === null ? 'hints-like-severity' : 'hints-like-none')}</p>
			) : (
				<ul>
					{like.map(({ sanctions, times, last }) => (
						<li key={sanctions.join()}>{say('hints-precedent', measures(sanctions), times, date(last))}</li>
					))}
				</ul>
			)}
		</>
	);
}
