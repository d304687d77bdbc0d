/** Asking for another handler to look again, once. */
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

export function Contest({ heard, again, say }: { heard: Heard; again: () => void; say: HearingWords }) {
	const { services, facts } = usePanel();
	const { keys, letters } = heard;
	const { id, secret } = keys;
	const state = useReply(`contest|${id}`);
	const writing = useWriting({
		report: id,
		state,
		files: null,
		messages: letters,
		secret: keys.key,
		again,
		partOf: () => ({ kind: 'appeal', from: 'reporter' }),
		async deliver(body, key) {
			const { sealMessage } = await import('../../sealing/message.ts');
			const sealed = await sealMessage(body, key);
			if (!sealed.ok) return sealed;
			const asked = { wiki: facts.wiki, id, secret, message: body.id, sealed: sealed.value };
			return services.keeperFor(hearingVerbs).call('contestDecision', asked);
		},
	});
	if (!state.reply) return null;
	return (
		<>
			<p>{say('hearing-contest-words')}</p>
			<TextArea
				label={say('hearing-contest-label')}
				help={say('hearing-contest-help')}
				value={state.reply.text}
				onText={state.change}
			/>
			<Told writing={writing} unsaved={state.unsaved} say={toldWords(say)} />
			<Button action="progressive" onPress={() => void writing.send()}>
				{say('hearing-contest-send')}
			</Button>
		</>
	);
}
