/** Asking other handlers to look again, once: who they are is shown before anything is sent. */
import type { ReportBody } from '../../../contract/report.ts';
import { reporterVerbs } from '../../../contract/reporter-verbs.ts';
import { kindOf } from '../../../domain/report/kinds.ts';
import { useAsk } from '../../ask.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { RecipientList } from '../../ui/recipients.tsx';
import { TextArea } from '../../ui/text.tsx';
import { Told } from '../../writing/told.tsx';
import { toldWords } from './told-words.ts';
import type { Opened } from './use-followed.ts';
import { useReply } from '../../writing/use-reply.ts';
import { useWriting } from '../../writing/use-writing.ts';
import type { FollowWords } from './words.ts';

export function Appeal(props: { body: ReportBody; opened: Opened; again: () => void; say: FollowWords }) {
	const { services } = usePanel();
	const { body, opened, again, say } = props;
	const { decidedBy } = opened.thread.status;
	const route = kindOf(body.kind)?.route ?? 'conduct';
	const { wiki, named, excluded = [] } = body;
	const asked = useAsk(body.id, () => services.keeper.call('recipients', { wiki, route, named, excluded, decidedBy }));
	const state = useReply(`appeal|${body.id}`);
	const writing = useWriting({
		report: body.id,
		state,
		files: null,
		messages: opened.messages,
		secret: opened.own?.secret ?? null,
		again,
		partOf: () => ({ kind: 'appeal', from: 'reporter' }),
		async deliver(message, secret) {
			// The list may have changed since the panel was opened; it is asked for once more.
			const fresh = await services.keeper.call('recipients', { wiki, route, named, excluded, decidedBy });
			if (!fresh.ok) return fresh;
			const { sealAppeal } = await import('../../sealing/appeal.ts');
			const sealed = await sealAppeal(message, body, secret, fresh.value.recipients);
			if (!sealed.ok) return sealed;
			return services.keeperFor(reporterVerbs).call('appeal', { id: body.id, ...sealed.value });
		},
	});
	if (!state.reply) return null;
	const ready = asked.state === 'done' && asked.value.recipients.length > 0;
	return (
		<>
			<p>{say('follow-appeal-words')}</p>
			{asked.state === 'asking' && <Progress label={say('follow-appeal-asking')} />}
			{asked.state === 'failed' && <ProblemMessage problem={asked.problem} again={asked.again} />}
			{asked.state === 'done' && !ready && <ProblemMessage problem={{ problem: 'no-recipients', params: [] }} />}
			{ready && <RecipientList list={asked.value} />}
			<TextArea
				label={say('follow-appeal-label')}
				help={say('follow-appeal-help')}
				value={state.reply.text}
				onText={state.change}
			/>
			<Told writing={writing} unsaved={state.unsaved} say={toldWords(say, 'follow-appeal-empty')} />
			{ready && (
				<Button action="progressive" onPress={() => void writing.send()}>
					{say('follow-appeal-send')}
				</Button>
			)}
		</>
	);
}
