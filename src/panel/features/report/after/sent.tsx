/** What became of it: sent with a receipt and a return code, or kept here until it can be sent. */
import type { ComponentChildren } from 'preact';
import type { OutboxState } from '../../../../contract/keeper.ts';
import type { Draft } from '../../../../contract/vault.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { ViewHeading } from '../../../ui/heading.tsx';
import { Message } from '../../../ui/message.tsx';
import { problemWords } from '../../../ui/problem.tsx';
import { saveReceipt } from '../../../ui/receipt.ts';
import { useReportWords } from '../../../words/form.ts';
import { Care } from './care.tsx';
import { Code } from './code.tsx';
import { Mute } from './mute.tsx';

export function Sent(props: {
	outcome: OutboxState;
	draft: Draft;
	onTry: () => Promise<void>;
	/** For what waits: what else can be done meanwhile. */
	children?: ComponentChildren;
}) {
	const { t, words, close, go } = usePanel();
	const say = useReportWords();
	const { outcome, draft } = props;
	const { receipt } = outcome;
	return (
		<div class="wh-view">
			<ViewHeading>{receipt ? t('sent-heading') : t('waiting-heading')}</ViewHeading>
			{receipt ? (
				<Message type="success" live>
					<p>{t('sent-words')}</p>
				</Message>
			) : (
				<>
					<Message type="notice" live>
						<p>{t('waiting-words')}</p>
						{outcome.problem && <p class="wh-small">{problemWords(t, outcome.problem)}</p>}
					</Message>
					<Button onPress={() => void props.onTry()}>{t('waiting-try')}</Button>
					{props.children}
				</>
			)}
			{/* Before it arrived, the code would open nothing. */}
			{say && receipt && <Code id={outcome.id} say={say} />}
			{/* Hiding what they write, once that exists, belongs beside muting. */}
			{say && draft.target.author && <Mute wiki={draft.target.wiki} user={draft.target.author} say={say} />}
			{say && <Care wiki={draft.target.wiki} kind={draft.kind} say={say} />}
			{receipt && (
				<section class="wh-section">
					<Facts
						rows={[
							[t('receipt-id'), receipt.id],
							[t('receipt-time'), words.time(receipt.at)],
						]}
					/>
					<Button onPress={() => saveReceipt(receipt)}>{t('receipt-save')}</Button>
					<p class="wh-small">{t('receipt-help')}</p>
				</section>
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
