/** What belongs to a report and is seldom needed: the own words, the return code, the receipt, taking it off this device or back. */
import type { ItemOf } from '../../../contract/vault.ts';
import { mayWithdraw } from '../../../domain/report/states.ts';
import { usePanel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { saveReceipt } from '../../ui/receipt.ts';
import { ForgetHere } from './forget-here.tsx';
import { OwnWords } from './own-words.tsx';
import { ReturnCode } from './return-code.tsx';
import type { Opened } from './use-followed.ts';
import { Withdraw } from './withdraw.tsx';
import type { FollowWords } from './words.ts';

export function Papers(props: { row: ItemOf<'reports'>; opened: Opened | null; again: () => void; say: FollowWords }) {
	const { t, words } = usePanel();
	const { row, opened, again, say } = props;
	const { code, receipt } = row;
	const body = opened?.own?.body;
	const status = opened?.thread.status;
	// In review again after an appeal, it was decided before.
	const withdrawable = status && mayWithdraw(status.state) && status.appeal === 'none';
	return (
		<>
			<div class="wh-accordions">
				{body && (
					<Accordion title={say('follow-yours')}>
						<OwnWords body={body} say={say} />
					</Accordion>
				)}
				{code && (
					<Accordion title={say('follow-code')}>
						<ReturnCode code={code} say={say} />
					</Accordion>
				)}
				{code && receipt && !row.visit && (
					<Accordion title={say('follow-forget')}>
						<ForgetHere id={row.id} say={say} />
					</Accordion>
				)}
				{withdrawable && (
					<Accordion title={say('follow-withdraw')}>
						<Withdraw id={row.id} again={again} say={say} />
					</Accordion>
				)}
			</div>
			{receipt && (
				<section class="wh-section">
					<Facts
						rows={[
							[t('receipt-id'), receipt.id],
							[t('receipt-time'), words.time(receipt.at)],
						]}
					/>
					<Button onPress={() => saveReceipt(receipt)}>{t('receipt-save')}</Button>
				</section>
			)}
		</>
	);
}
