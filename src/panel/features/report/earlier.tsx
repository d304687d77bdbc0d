/** This was reported before: the earlier receipt, the way to that report, and the way to a new one. */
import type { Target } from '../../../contract/target.ts';
import type { SentReport } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { DangerLink } from './danger.tsx';
import { useReportWords } from '../../words/form.ts';

export function Earlier(props: { target: Target; report: SentReport; onNew: () => void }) {
	const { target, report, onNew } = props;
	const { t, words, go } = usePanel();
	const say = useReportWords();
	return (
		<div class="wh-view">
			<ViewHeading>{t('report-title')}</ViewHeading>
			<DangerLink target={target} />
			{say && (
				<>
					<p>{say('earlier-words', words.time(report.receipt?.at ?? report.at))}</p>
					<Facts rows={[[t('receipt-id'), report.id]]} />
					<div class="wh-actions">
						<Button action="progressive" weight="primary" onPress={() => go({ feature: 'follow', id: report.id })}>
							{say('earlier-follow')}
						</Button>
						<Button onPress={onNew}>{say('earlier-new')}</Button>
					</div>
				</>
			)}
		</div>
	);
}
