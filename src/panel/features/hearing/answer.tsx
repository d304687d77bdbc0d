/** Something that the person heard writes: kept on this device while it is written, sealed, sent once. */
import { hearingVerbs } from '../../../contract/hearing-verbs.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text.tsx';
import { Told } from '../../writing/told.tsx';
import { useReply } from '../../writing/use-reply.ts';
import { useWriting } from '../../writing/use-writing.ts';
import { toldWords } from './told-words.ts';
import type { Heard } from './use-hearing.ts';
import type { HearingWords } from './words.ts';

export interface AnswerProps {
	readonly heard: Heard;
	readonly say: HearingWords;
	again(): void;
}

export function Answer(
	props: AnswerProps & {
		/** Of what is kept of it, with the report's id behind it. */
		kept: 'contest' | 'hearing';
		kind: 'appeal' | 'message';
		verb: 'contestDecision' | 'sayInHearing';
		label: string;
		help: string;
		button: string;
		weight?: 'primary';
	},
) {
	const { services, facts } = usePanel();
	const { heard, say, again, kind, verb } = props;
	const { id, secret, key } = heard.keys;
	const state = useReply(`${props.kept}|${id}`);
	const writing = useWriting({
		report: id,
		state,
		files: null,
		messages: heard.letters,
		secret: key,
		again,
		partOf: () => ({ kind, from: 'reporter' }),
		async deliver(body, key) {
			const { sealMessage } = await import('../../sealing/message.ts');
			const sealed = await sealMessage(body, key);
			if (!sealed.ok) return sealed;
			const written = { wiki: facts.wiki, id, secret, message: body.id, sealed: sealed.value };
			return services.keeperFor(hearingVerbs).call(verb, written);
		},
	});
	if (!state.reply) return null;
	return (
		<>
			<TextArea label={props.label} help={props.help} value={state.reply.text} onText={state.change} />
			<Told writing={writing} unsaved={state.unsaved} say={toldWords(say)} />
			<Button action="progressive" weight={props.weight ?? 'normal'} onPress={() => void writing.send()}>
				{props.button}
			</Button>
		</>
	);
}
