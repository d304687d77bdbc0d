/** What a handler writes to a reporter: kept here while it is written, sealed with the report's own key, sent once. */
import { sealMessage } from '../../../sealing/message.ts';
import { useReply, type ReplyState } from '../../../writing/use-reply.ts';
import { useWriting, type Writing } from '../../../writing/use-writing.ts';
import type { CaseLog } from '../log/use-case-log.ts';
import { answerDraft } from '../log/write.ts';
import type { CaseTalk } from './use-talk.ts';

export function useAnswer(
	talk: CaseTalk,
	log: CaseLog,
	again: () => void,
): { readonly state: ReplyState; readonly writing: Writing } {
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
			return log.write(await answerDraft({ id: body.id, sealed: sealed.value }));
		},
	});
	return { state, writing };
}
