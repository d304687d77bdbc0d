/** What the plan will do, as things stand on the wiki now; then doing it, and going on where it stopped. */
import type { Act, ActFacts } from '../../../../../contract/act.ts';
import type { ReportBody } from '../../../../../contract/report.ts';
import { usePanel } from '../../../../panel.ts';
import { Button } from '../../../../ui/button.tsx';
import { Message } from '../../../../ui/message.tsx';
import { ProblemMessage } from '../../../../ui/problem.tsx';
import { Progress } from '../../../../ui/progress.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import type { CaseLog } from '../../log/use-case-log.ts';
import { noticeText } from '../notice.ts';
import { actsOf, type Plan } from '../plan.ts';
import { isFinished } from '../run.ts';
import { Stand } from '../stand.tsx';
import { nextStep } from '../step.ts';
import { useWork } from '../use-work.ts';
import type { ActWords } from '../words.ts';
import type { Said } from './in-words.ts';
import { leaksOf } from './leaks.ts';
import { Refused } from './outcome.tsx';
import { Planned } from './planned.tsx';

export function Review(props: {
	plan: Plan;
	facts: ActFacts;
	here: ActWords;
	template: number | null;
	body: ReportBody;
	log: CaseLog;
	/** What of the plan is done already. */
	onChange: (done: readonly Act['act'][]) => void;
	onClose: () => void;
	say: ActWords;
}) {
	const { t, words } = usePanel();
	const { plan, facts, here, template, body, log, say } = props;
	const step = plan.on.step ? nextStep(log.row.state) : null;
	const acts = actsOf(plan, plan.notice.text || noticeText(plan, facts, template, here));
	const { asked, work, running, started, claimed, unseen, start, lookAgain } = useWork(acts, step, log);
	if (asked.state === 'failed') return <ProblemMessage problem={asked.problem} again={asked.again} />;
	if (!work) return <Progress label={say('act-looking')} />;
	const said: Said = { say, words, facts };
	const finished = started && isFinished(work);
	const changed = work.jobs.some((job) => job.changed);
	const done = work.jobs.filter((job) => job.done).map(({ act }) => act.act);
	const leaks = started
		? []
		: leaksOf(
				acts,
				body,
				facts.notices.map(({ text }) => text),
			);
	return (
		<>
			<Stand key={String(finished)} strong>
				{say(finished ? 'act-all-done' : 'act-will')}
			</Stand>
			{acts.length === 0 && !step && <p>{say('act-nothing')}</p>}
			<ol class="wh-list">
				{work.jobs.map((job) => (
					<Planned key={job.act.act} job={job} running={running} started={started} said={said} />
				))}
				{work.step && (
					<li class="wh-card">
						<p>{say('then-step', t(`state-${work.step.to}`))}</p>
						{work.step.done && <Tag kind="success">{say('act-done')}</Tag>}
						{work.step.problem && <Refused problem={work.step.problem} done={false} say={say} />}
					</li>
				)}
			</ol>
			{leaks.length > 0 && (
				<Message type="warning">
					<p>{say('act-leaks')}</p>
					<ul>
						{leaks.map((passage) => (
							<li key={passage}>
								<bdi>{passage}</bdi>
							</li>
						))}
					</ul>
				</Message>
			)}
			{claimed && <Message live>{say(claimed.problem === 'conflict' ? 'refused-claimed' : 'refused-log')}</Message>}
			{unseen && <Refused problem={unseen} done={false} say={say} />}
			<div class="wh-actions" aria-live="polite">
				{finished ? (
					<Button onPress={props.onClose}>{say('act-close')}</Button>
				) : (
					<>
						{changed ? (
							<Button action="progressive" weight="primary" disabled={running} onPress={() => void lookAgain()}>
								{say('act-look-again')}
							</Button>
						) : (
							<Button action="progressive" weight="primary" disabled={running} onPress={() => void start()}>
								{say(started ? 'act-go-on' : 'act-do')}
							</Button>
						)}
						{/* What is done and not in the log yet would be forgotten. */}
						{work.jobs.every((job) => !job.done || job.logged) && (
							<Button weight="quiet" disabled={running} onPress={() => props.onChange(done)}>
								{say('act-change')}
							</Button>
						)}
					</>
				)}
			</div>
		</>
	);
}
