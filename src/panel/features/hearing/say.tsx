/** An answer to the handlers. */
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

export function Say({ heard, again, say }: { heard: Heard; again: () => void; say: HearingWords }) {
	const { services, facts } = usePanel();
	const { keys, letters } = heard;
	const { id, secret } = keys;
	const state = useReply(`hearing|${id}`);
	const writing = useWriting({
		report: id,
		state,
		files: null,
		messages: letters,
		secret: keys.key,
		again,
		partOf: () => ({ kind: 'message', from: 'reporter' }),
		async deliver(body, key) {
			const { sealMessage } = await import('../../sealing/message.ts');
			const sealed = await sealMessage(body, key);
			if (!sealed.ok) return sealed;
			const said = { wiki: facts.wiki, id, secret, message: body.id, sealed: sealed.value };
			return services.keeperFor(hearingVerbs).call('sayInHearing', said);
		},
	});
	if (!state.reply) return null;
	return (
		<>
			<TextArea
				label={say('hearing-write')}
				help={say('hearing-write-help')}
				value={state.reply.text}
				onText={state.change}
			/>
			<Told writing={writing} unsaved={state.unsaved} say={toldWords(say)} />
			<Button action="progressive" weight="primary" onPress={() => void writing.send()}>
				{say('hearing-send')}
			</Button>
		</>
	);
}
