/** What became of it: sent with a receipt, or kept here until it can be sent. */
import type { OutboxState } from '../../../contract/keeper.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ViewHeading } from '../../ui/heading.tsx';
import { Message } from '../../ui/message.tsx';
import { problemWords } from '../../ui/problem.tsx';
import { saveReceipt } from '../../ui/receipt.ts';

export function Sent({ outcome, onTry }: { outcome: OutboxState; onTry: () => Promise<void> }) {
	const { t, words, close, go } = usePanel();
	const { receipt } = outcome;
	return (
		<div class="wh-view">
			<ViewHeading>{receipt ? t('sent-heading') : t('waiting-heading')}</ViewHeading>
			{receipt ? (
				<>
					<Message type="success" live>
						<p>{t('sent-words')}</p>
					</Message>
					<Facts
						rows={[
							[t('receipt-id'), receipt.id],
							[t('receipt-time'), words.time(receipt.at)],
						]}
					/>
					<Button onPress={() => saveReceipt(receipt)}>{t('receipt-save')}</Button>
					<p class="wh-small">{t('receipt-help')}</p>
				</>
			) : (
				<>
					<Message type="notice" live>
						<p>{t('waiting-words')}</p>
						{outcome.problem && <p class="wh-small">{problemWords(t, outcome.problem)}</p>}
					</Message>
					<Button onPress={() => void onTry()}>{t('waiting-try')}</Button>
				</>
			)}
			<div class="wh-actions">
				<Button action="progressive" weight="primary" onPress={close}>
					{t('done')}
				</Button>
				<Button weight="quiet" onPress={() => go({ feature: 'follow' })}>
					{t('mine-title')}
				</Button>
			</div>
		</div>
	);
}
