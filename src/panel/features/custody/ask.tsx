/** Asking for a name: which report, and why; the words are kept here until they are sent. */
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { handlerVerbs } from '../../../contract/handler-verbs.ts';
import type { Recipient } from '../../../contract/keeper.ts';
import { ReportId } from '../../../contract/primitives.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { longestReason, sealReason } from '../../sealing/reason.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { TextArea, TextInput } from '../../ui/text.tsx';
import { useReply } from '../../writing/use-reply.ts';
import type { CustodyWords } from './words.ts';

export function Ask(props: {
	keys: HandlerKeys;
	custodians: readonly Recipient[];
	again: () => void;
	say: CustodyWords;
}) {
	const { services, facts, t } = usePanel();
	const { keys, custodians, say } = props;
	const [report, setReport] = useState('');
	const [pressed, setPressed] = useState(false);
	const [told, setTold] = useState<Problem | 'asked' | null>(null);
	const reason = useReply('opening');
	if (!reason.reply) return null;
	const { text } = reason.reply;
	const id = report.trim();
	const isNumber = v.is(ReportId, id);
	const fault =
		text.trim() === '' ? say('custody-reason-first') : text.length > longestReason ? t('problem-too-long') : undefined;
	const send = async (): Promise<void> => {
		setPressed(true);
		setTold(null);
		if (!isNumber || fault !== undefined) return;
		// The own key too: who asks reads their reason again in the log.
		const sealed = await sealReason(id, text, [keys.public.age, ...custodians.map(({ key }) => key.age)]);
		const asked = await services
			.keeperFor(handlerVerbs)
			.call('askOpening', { wiki: facts.wiki, report: id, reason: sealed });
		setTold(asked.ok ? 'asked' : asked);
		if (!asked.ok) return;
		setReport('');
		setPressed(false);
		reason.clear();
		props.again();
	};
	return (
		<section class="wh-section" aria-labelledby="wh-ask">
			<h2 id="wh-ask" class="wh-subheading">
				{say('custody-ask')}
			</h2>
			<TextInput
				label={say('custody-number')}
				error={pressed && !isNumber ? say('custody-number-wrong') : undefined}
				value={report}
				maxLength={60}
				onText={setReport}
			/>
			<TextArea
				label={say('custody-reason')}
				help={say('custody-reason-help')}
				error={pressed ? fault : undefined}
				rows={3}
				value={text}
				onText={reason.change}
			/>
			{told === 'asked' ? (
				<Message type="success" live>
					{say('custody-asked')}
				</Message>
			) : told?.problem === 'not-found' ? (
				<Message live>{say('custody-none-held')}</Message>
			) : (
				told && <ProblemMessage problem={told} />
			)}
			<Button action="progressive" onPress={() => void send()}>
				{say('custody-send')}
			</Button>
		</section>
	);
}
