/** Writing to the person reported: looked through for what only the reporter could have told, then sealed and sent. */
import { useMemo } from 'preact/hooks';
import type { DecisionBody } from '../../../../contract/desk.ts';
import { wordsOf } from '../../../sealing/event.ts';
import { sealMessage } from '../../../sealing/message.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text.tsx';
import { Told } from '../../../writing/told.tsx';
import { useReply } from '../../../writing/use-reply.ts';
import { useWriting } from '../../../writing/use-writing.ts';
import { Leaks, useLeakCheck } from '../decide/leak-check.tsx';
import { hearLetter, subjectLetter } from '../decide/letters.ts';
import { leaksIn, privateTexts } from '../decide/private-texts.ts';
import { useBegun } from '../decide/use-begun.ts';
import { toldWords } from '../talk/told-words.ts';
import type { HearingProps } from './hearing-part.tsx';
import type { OpenHearing } from './use-hearings.ts';

/** `decision`: its reasons are to be told; null for any other word. */
export function TellPerson(
	props: HearingProps & { one: OpenHearing; language: string; decision: DecisionBody | null },
) {
	const { body, talk, log, hearings, days, one, language, decision, say, words } = props;
	const { id } = one.hearing;
	const host = new URL(body.wiki).host;
	const state = useReply(`tell|${id}|${decision ? 'reasons' : 'message'}`);
	const isFirst = one.letters.length === 0;
	const { begun } = useBegun(state, language, decision || isFirst ? language : null, (theirs) =>
		decision ? subjectLetter(decision, host, theirs) : hearLetter(host, days, theirs),
	);
	const text = state.reply?.text ?? '';
	const secret = useMemo(() => privateTexts(body, talk.messages, one.body.subject), [body, talk.messages]);
	const check = useLeakCheck(useMemo(() => leaksIn(text, secret, begun), [text, secret, begun]));
	const writing = useWriting({
		report: id,
		state,
		files: null,
		messages: one.letters,
		secret: one.key,
		again: hearings.again,
		partOf: () => ({
			kind: decision ? 'decision' : 'message',
			from: 'handler',
			...(decision ? { outcome: decision.outcome } : {}),
		}),
		async deliver(message, key) {
			const sealed = await sealMessage(message, key);
			if (!sealed.ok) return sealed;
			const sent = { id: message.id, sealed: sealed.value };
			return log.write({
				kind: 'tell',
				data: { hearing: id, ...(await wordsOf(sent)) },
				message: sent,
				...(decision ? { hearing: { reasons: true } } : {}),
			});
		},
	});
	if (!state.reply) return null;
	return (
		<>
			<TextArea
				label={words(decision ? 'hear-reasons' : 'hear-write')}
				help={words('hear-write-help')}
				rows={6}
				value={text}
				onText={state.change}
			/>
			<Leaks text={text} check={check} say={words} />
			<Told writing={writing} unsaved={state.unsaved} say={toldWords(say)} />
			<Button action="progressive" onPress={() => void (check.pass() && writing.send())}>
				{words(decision ? 'hear-reasons-send' : 'hear-send')}
			</Button>
		</>
	);
}
