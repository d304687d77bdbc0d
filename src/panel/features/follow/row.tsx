/** One report of the person's own, with its state as the backend tells it for the report's own secret. */
import type { ItemOf } from '../../../contract/vault.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { problemWords } from '../../ui/problem.tsx';
import { Tag } from '../../ui/tag.tsx';
import { saveReceipt } from '../../ui/receipt.ts';

export function MyReport({ report }: { report: ItemOf<'reports'> }) {
	const { services, t, words } = usePanel();
	const { id, receipt } = report;
	// Asking for one that never arrived would only be told "not found".
	const status = useAsk(receipt ? id : null, () => services.keeper.call('reportStatus', { id }));
	return (
		<li class="wh-card">
			<h3 class="wh-card__title">
				{report.subject ? t('my-report-about', t(`kind-${report.kind}`), report.subject) : t(`kind-${report.kind}`)}
			</h3>
			<p class="wh-small">{words.time(report.at)}</p>
			{receipt ? (
				<>
					<p aria-live="polite">
						{status.state === 'done' ? (
							<Tag>{t(`state-${status.value.state}`)}</Tag>
						) : status.state === 'failed' ? (
							<span class="wh-small">{problemWords(t, status.problem.problem, status.problem.params)}</span>
						) : (
							<span class="wh-small">{t('loading')}</span>
						)}
					</p>
					<Button size="small" onPress={() => saveReceipt(receipt)}>
						{t('receipt-save')}
					</Button>
				</>
			) : (
				<Tag kind="warning">{t('state-waiting')}</Tag>
			)}
		</li>
	);
}
