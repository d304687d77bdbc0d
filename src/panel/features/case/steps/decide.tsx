/** Deciding: what was found, and the words that its reporter gets with it. */
import { useState } from 'preact/hooks';
import type { MessageBody } from '../../../../contract/follow.ts';
import { sealMessage } from '../../../sealing/message.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips } from '../../../ui/chips.tsx';
import { TextArea } from '../../../ui/text.tsx';
import { Told } from '../../../writing/told.tsx';
import { useReply } from '../../../writing/use-reply.ts';
import { useWriting } from '../../../writing/use-writing.ts';
import type { CaseLog } from '../log/use-case-log.ts';
import { stepDraft } from '../log/write.ts';
import { toldWords } from '../talk/told-words.ts';
import type { CaseTalk } from '../talk/use-talk.ts';
import type { CaseWords } from '../words.ts';

type OutcomeId = NonNullable<MessageBody['outcome']>;
const outcomes: readonly OutcomeId[] = ['violation', 'no-violation', 'elsewhere', 'not-enough'];

export function Decide(props: { talk: CaseTalk; log: CaseLog; again: () => void; say: CaseWords }) {
	const { talk, log, again, say } = props;
	const [outcome, setOutcome] = useState<OutcomeId | null>(null);
	const [unsaid, setUnsaid] = useState(false);
	const { id } = talk.thread.row;
	const state = useReply(`decision|${id}`);
	const writing = useWriting({
		report: id,
		state,
		files: null,
		messages: talk.messages,
		secret: talk.secret,
		again,
		partOf: () => ({ kind: 'decision', from: 'handler', ...(outcome ? { outcome } : {}) }),
		async deliver(body, secret) {
			const sealed = await sealMessage(body, secret);
			if (!sealed.ok) return sealed;
			const message = { id: body.id, sealed: sealed.value };
			return log.write(await stepDraft('in-review', 'decided', message));
		},
	});
	if (!state.reply) return null;
	const send = (): void => {
		setUnsaid(outcome === null);
		if (outcome !== null) void writing.send();
	};
	return (
		<>
			<Chips
				legend={say('decide-outcome')}
				chips={outcomes.map((id) => ({ id, label: say(`outcome-${id}`) }))}
				chosen={outcome}
				onChoose={setOutcome}
			/>
			<TextArea
				label={say('decide-words')}
				help={say('decide-help')}
				error={unsaid && outcome === null ? say('decide-outcome-first') : undefined}
				rows={4}
				value={state.reply.text}
				onText={state.change}
			/>
			<Told writing={writing} unsaved={state.unsaved} say={toldWords(say)} />
			<Button action="progressive" weight="primary" onPress={send}>
				{say('decide-send')}
			</Button>
		</>
	);
}
