/** What a handler writes to a reporter: kept here while it is written, sealed with the report's own key, sent once. */
import { handlerVerbs } from '../../../../contract/handler-verbs.ts';
import { usePanel } from '../../../panel.ts';
import { sealMessage } from '../../../sealing/message.ts';
import { useReply, type ReplyState } from '../../../writing/use-reply.ts';
import { useWriting, type Writing } from '../../../writing/use-writing.ts';
import type { CaseTalk } from './use-talk.ts';

export function useAnswer(
	talk: CaseTalk,
	again: () => void,
): { readonly state: ReplyState; readonly writing: Writing } {
	const { services, facts } = usePanel();
	const { id } = talk.thread.row;
	const state = useReply(`case|${id}`);
	const writing = useWriting({
		report: id,
		state,
		files: null,
		messages: talk.messages,
		secret: talk.secret,
		again,
		partOf: () => ({ kind: 'message', from: 'handler' }),
		async deliver(body, secret) {
			const sealed = await sealMessage(body, secret);
			if (!sealed.ok) return sealed;
			const message = { wiki: facts.wiki, id, message: body.id, sealed: sealed.value };
			return services.keeperFor(handlerVerbs).call('answerReporter', message);
		},
	});
	return { state, writing };
}
