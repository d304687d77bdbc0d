/** One report in the list: what it is, where it stands, what comes next, and whether there is an answer. */
import type { ReportStatus } from '../../../contract/follow.ts';
import type { Outcome } from '../../../contract/problem.ts';
import type { ItemOf } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { problemWords } from '../../ui/problem.tsx';
import { Tag } from '../../ui/tag.tsx';
import { nextWords } from './next.ts';
import { titleOf } from './title.ts';
import { hasNews } from './use-statuses.ts';
import type { FollowWords } from './words.ts';

export function Row(props: {
	report: ItemOf<'reports'>;
	outcome: Outcome<ReportStatus> | undefined;
	/** The server does not answer: nothing is awaited. */
	away: boolean;
	say: FollowWords;
}) {
	const { t, words, go } = usePanel();
	const { report, outcome, say } = props;
	const title = titleOf(report, say, t);
	return (
		<li class="wh-card">
			<h3 class="wh-card__title">{title}</h3>
			<p class="wh-small">{say('follow-sent-on', words.time(report.at))}</p>
			<div aria-live="polite">
				{!report.receipt && <Tag kind="warning">{t('state-waiting')}</Tag>}
				{report.receipt && !outcome && !props.away && <span class="wh-small">{t('loading')}</span>}
				{outcome?.ok && (
					<>
						<p class="wh-line">
							<Tag>{t(`state-${outcome.value.state}`)}</Tag>
							{hasNews(outcome.value, report) && <Tag kind="success">{say('follow-unread')}</Tag>}
						</p>
						<p class="wh-small">{nextWords(outcome.value, say, words)}</p>
					</>
				)}
				{outcome && !outcome.ok && <p class="wh-small">{problemWords(t, outcome.problem, outcome.params)}</p>}
			</div>
			<Button onPress={() => go({ feature: 'follow', id: report.id })}>
				{say('follow-open')}
				<span class="wh-hidden">: {title}</span>
			</Button>
		</li>
	);
}
