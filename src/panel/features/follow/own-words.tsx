/** The report as its reporter wrote it, opened again. */
import type { ReportBody } from '../../../contract/report.ts';
import { ShownAttachment } from '../../attachments/shown.tsx';
import { useTrayWords } from '../../attachments/words.ts';
import { usePanel } from '../../panel.ts';
import { Facts } from '../../ui/facts.tsx';
import { useReportWords } from '../../words/form.ts';
import type { FollowWords } from './words.ts';

export function OwnWords({ body, say }: { body: ReportBody; say: FollowWords }) {
	const { t, words } = usePanel();
	const tray = useTrayWords();
	const form = useReportWords();
	const wishes = form && body.wishes?.map((wish) => form(`wish-${wish}`));
	return (
		<>
			<Facts
				rows={[
					[t('preview-kind'), t(`kind-${body.kind}`)],
					[t('preview-details'), body.details || t('preview-nothing')],
					[say('follow-wishes'), wishes && words.list(wishes)],
					[say('follow-contact'), body.contact],
					[t('preview-named'), words.list(body.named)],
					[say('follow-excluded'), words.list(body.excluded ?? [])],
					[t('preview-reporter'), body.reporter.user ?? t('reporter-is-anonymous')],
					[t('audience-heading'), words.list(body.recipients.map(({ name }) => name))],
				]}
			/>
			{body.evidence.map(({ target, permalink, state, withheld }, at) => (
				<section key={at}>
					<h3 class="wh-subheading">{say('follow-evidence-of', at + 1)}</h3>
					{withheld && <p>{say('follow-withheld')}</p>}
					<Facts
						rows={[
							[t('preview-quote'), target.quote],
							[t('preview-author'), target.author ?? t('author-unknown')],
							[t('preview-time'), target.at && words.time(target.at)],
							[t('preview-page'), target.page],
							[t('preview-permalink'), permalink],
							[t('preview-evidence'), t(`evidence-${state}`)],
						]}
					/>
				</section>
			))}
			{tray && body.attachments && (
				<ul class="wh-list">
					{body.attachments.map((one) => (
						<li key={one.sha256} class="wh-card">
							<ShownAttachment attachment={one} say={tray} />
						</li>
					))}
				</ul>
			)}
		</>
	);
}
