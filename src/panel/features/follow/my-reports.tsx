/** The person's own reports: sent, waiting, and drafts not sent yet. */
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Row } from './row.tsx';
import { useKept, type Kept } from './use-kept.ts';
import { useStatuses } from './use-statuses.ts';
import type { FollowWords } from './words.ts';

function Drafts({ drafts }: Pick<Kept, 'drafts'>) {
	const { t, words, go } = usePanel();
	if (drafts.length === 0) return null;
	return (
		<section class="wh-section">
			<h2 class="wh-subheading">{t('drafts-heading')}</h2>
			<ul class="wh-list">
				{drafts.map(({ target, at }) => (
					<li key={at} class="wh-card">
						<p>{t('draft-about', target.author ?? target.page ?? t('author-unknown'))}</p>
						<p class="wh-small">{words.time(at)}</p>
						<Button onPress={() => go({ feature: 'report', target, alone: true })}>{t('draft-continue')}</Button>
					</li>
				))}
			</ul>
		</section>
	);
}

function Reports({ reports, say }: Pick<Kept, 'reports'> & { say: FollowWords }) {
	const { t } = usePanel();
	const statuses = useStatuses(reports);
	if (reports.length === 0) return null;
	return (
		<section class="wh-section">
			<h2 class="wh-subheading">{t('reports-heading')}</h2>
			{statuses.problem && (
				<>
					<ProblemMessage problem={statuses.problem} again={statuses.again} type="notice" />
					<p class="wh-small">{say('follow-kept-here')}</p>
				</>
			)}
			<ul class="wh-list">
				{reports.map((report) => (
					<Row
						key={report.id}
						report={report}
						outcome={statuses.of.get(report.id)}
						away={statuses.problem !== null}
						say={say}
					/>
				))}
			</ul>
		</section>
	);
}

export function MyReports({ say }: { say: FollowWords }) {
	const { t, go } = usePanel();
	const kept = useKept();
	return (
		<div class="wh-view">
			<ViewHeading>{t('mine-title')}</ViewHeading>
			<p class="wh-lead">{t('mine-lead')}</p>
			{!kept && <Progress label={t('loading')} />}
			{kept && kept.reports.length === 0 && kept.drafts.length === 0 && <p>{t('mine-none')}</p>}
			{kept && <Drafts drafts={kept.drafts} />}
			{kept && <Reports reports={kept.reports} say={say} />}
			{kept && (
				<div class="wh-actions">
					<Button onPress={() => go({ feature: 'follow', code: true })}>{t('code-entry')}</Button>
				</div>
			)}
		</div>
	);
}
