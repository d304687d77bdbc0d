/** One way out: a button, what it does, and what came of it; pressed once, it sends once. */
import { useRef, useState } from 'preact/hooks';
import type { Outcome, Problem } from '../../../../contract/problem.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';

export function Way(props: { button: string; help: string; sent: string; onSend: () => Promise<Outcome<unknown>> }) {
	const { t } = usePanel();
	const [state, setState] = useState<'no' | 'sending' | 'sent' | Problem>('no');
	const busy = useRef(false);
	const send = async (): Promise<void> => {
		if (busy.current) return;
		busy.current = true;
		setState('sending');
		const answer = await props.onSend();
		setState(answer.ok ? 'sent' : { problem: answer.problem, params: answer.params });
		busy.current = answer.ok;
	};
	return (
		<div class="wh-section">
			{state === 'sent' ? (
				<Message type="success" live>
					{props.sent}
				</Message>
			) : (
				<>
					<Button action="progressive" onPress={() => void send()}>
						{state === 'sending' ? t('sending') : props.button}
					</Button>
					<p class="wh-small">{props.help}</p>
				</>
			)}
			{typeof state === 'object' && <ProblemMessage problem={state} />}
		</div>
	);
}
