/** Whose timeline and of when, what was read for that, and what is shown of it. */
import { useState } from 'preact/hooks';
import { done, type Outcome } from '../../../../contract/problem.ts';
import type { ReportBody } from '../../../../contract/report.ts';
import { timelineVerbs, type TimelineMaterial } from '../../../../contract/timeline.ts';
import { useAsk } from '../../../ask.ts';
import { usePanel } from '../../../panel.ts';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Message } from '../../../ui/message.tsx';
import { dayOf, isWithin, windowOf, type Window } from './choice.ts';
import { fewestAccounts, mostAccounts } from '../../../../contract/timeline.ts';
import { partiesOf, rangeOf } from './parties.ts';
import { Stand } from '../act/stand.tsx';
import { Question } from './question.tsx';
import { Shown } from './shown.tsx';
import './style.ts';
import { useMeasureWords, useViewWords } from './words.ts';

export interface Asked {
	readonly users: readonly string[];
	/** What was read; narrower windows are shown without asking again. */
	readonly range: Window;
}
export interface Read extends Asked {
	readonly material: TimelineMaterial;
}

const iso = (at: number): string => new Date(at).toISOString();

function useTimeline(asked: Asked | null) {
	const { services, facts } = usePanel();
	const key = asked && JSON.stringify(asked);
	return useAsk<Read | null>(key, async (): Promise<Outcome<Read | null>> => {
		if (!asked) return done(null);
		const { users, range } = asked;
		const read = await services.keeperFor(timelineVerbs).call('timeline', {
			wiki: facts.wiki,
			users: [...users],
			from: iso(range.from),
			to: iso(range.to),
		});
		return read.ok ? done({ ...asked, material: read.value }) : read;
	});
}

export function Interactions({ body }: { body: ReportBody }) {
	const say = useViewWords();
	const measure = useMeasureWords();
	const { t } = usePanel();
	const parties = partiesOf(body);
	const first = rangeOf(body);
	const [names, setNames] = useState(parties.join('\n'));
	const [days, setDays] = useState({ from: dayOf(first.from), to: dayOf(first.to) });
	/** A stretch to the minute, until days are chosen again. */
	const [near, setNear] = useState<Window | null>(null);
	const [asked, setAsked] = useState<Asked | null>(
		parties.length >= fewestAccounts ? { users: parties, range: first } : null,
	);
	const [unsaid, setUnsaid] = useState(false);
	const answer = useTimeline(asked);
	if (!say || !measure) return <Progress label={t('loading')} />;
	const users = [
		...new Set(
			names
				.split('\n')
				.map((name) => name.trim())
				.filter((name) => name !== ''),
		),
	];
	const window = windowOf(days.from, days.to);
	const ask = (): void => {
		const complete = users.length >= fewestAccounts && users.length <= mostAccounts && window !== null;
		setUnsaid(!complete);
		setNear(null);
		if (complete) setAsked({ users, range: window });
	};
	const read = answer.state === 'done' ? answer.value : null;
	const wanted = near ?? window;
	const shown = read && wanted && isWithin(wanted, read.range) ? wanted : (read?.range ?? null);
	return (
		<>
			<Stand>{say('view-help')}</Stand>
			<Question
				names={names}
				days={days}
				error={unsaid ? say('view-incomplete', fewestAccounts, mostAccounts) : undefined}
				onNames={setNames}
				onDays={(chosen) => {
					setNear(null);
					setDays(chosen);
				}}
				onAsk={ask}
				say={say}
			/>
			{answer.state === 'asking' && <Progress label={say('view-reading')} />}
			{answer.state === 'failed' &&
				(answer.problem.problem === 'not-found' ? (
					<Message live>{say('view-no-account', answer.problem.params[0] ?? '')}</Message>
				) : (
					<ProblemMessage problem={answer.problem} again={answer.again} />
				))}
			{read && shown && (
				<Shown
					read={read}
					window={shown}
					onWindow={(chosen) => {
						setNear(chosen);
						setDays({ from: dayOf(chosen.from), to: dayOf(chosen.to) });
					}}
					say={say}
					measure={measure}
				/>
			)}
		</>
	);
}
