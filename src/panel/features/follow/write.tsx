/** The field for a message to the handlers, and evidence to go with it. */
import { cdxIconClose } from '@wikimedia/codex-icons';
import { reporterVerbs } from '../../../contract/reporter-verbs.ts';
import { kindOf, type KindId } from '../../../domain/report/kinds.ts';
import { ShownAttachment } from '../../attachments/shown.tsx';
import { useAttaching } from '../../attachments/use-attaching.ts';
import { Ways } from '../../attachments/ways.tsx';
import { useTrayWords, type TrayWords } from '../../attachments/words.ts';
import { usePanel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { TextArea } from '../../ui/text.tsx';
import { Told } from '../../writing/told.tsx';
import { toldWords } from './told-words.ts';
import { useFiles, type Files } from './use-files.ts';
import type { Opened } from './use-followed.ts';
import { useReply } from '../../writing/use-reply.ts';
import { useWriting } from '../../writing/use-writing.ts';
import type { FollowWords } from './words.ts';

function Attach({ files, say }: { files: Files; say: TrayWords }) {
	return (
		<>
			<Ways attaching={useAttaching(files.keep, say)} say={say} />
			<ul class="wh-list">
				{files.files.map((one) => (
					<li key={one.sha256} class="wh-card">
						<ShownAttachment attachment={one} say={say} />
						<Button
							icon={cdxIconClose}
							weight="quiet"
							size="small"
							label={say('tray-remove', one.name)}
							onPress={() => void files.drop(one)}
						/>
					</li>
				))}
			</ul>
		</>
	);
}

export function Write(props: { id: string; kind: KindId; opened: Opened; again: () => void; say: FollowWords }) {
	const { services } = usePanel();
	const { id, kind, opened, again, say } = props;
	const tray = useTrayWords();
	const state = useReply(id);
	const files = useFiles(id);
	const writing = useWriting({
		report: id,
		state,
		files,
		messages: opened.messages,
		secret: opened.own?.secret ?? null,
		again,
		partOf: (attached) => ({ kind: attached ? 'evidence' : 'message', from: 'reporter' }),
		async deliver(body, secret) {
			const { sealMessage } = await import('../../sealing/message.ts');
			const sealed = await sealMessage(body, secret);
			if (!sealed.ok) return sealed;
			const as = body.kind === 'evidence' ? 'evidence' : 'message';
			const message = { id, message: body.id, kind: as, sealed: sealed.value } as const;
			return services.keeperFor(reporterVerbs).call('sendMessage', message);
		},
	});
	if (!state.reply || !tray) return null;
	return (
		<>
			<TextArea
				label={say('follow-write')}
				help={say('follow-write-help')}
				rows={4}
				value={state.reply.text}
				onText={state.change}
			/>
			<div class="wh-accordions">
				<Accordion
					title={say('follow-attach')}
					description={files.files.length > 0 ? tray('tray-count', files.files.length) : say('follow-attach-help')}
				>
					{kindOf(kind)?.route === 'child-safety' ? (
						<Message>{tray('tray-child')}</Message>
					) : (
						<Attach files={files} say={tray} />
					)}
				</Accordion>
			</div>
			<Told writing={writing} unsaved={state.unsaved} say={toldWords(say, 'follow-write-empty')} />
			<Button action="progressive" onPress={() => void writing.send()}>
				{say('follow-write-send')}
			</Button>
		</>
	);
}
