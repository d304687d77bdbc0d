/** Evidence from outside the wiki: chosen, dropped or pasted; and what is attached so far. */
import type { Attachment } from '../../../../contract/attachment.ts';
import { draftKey, type Draft } from '../../../../contract/vault.ts';
import { hasRoom } from '../../../attachments/room.ts';
import { useAttaching } from '../../../attachments/use-attaching.ts';
import { Ways } from '../../../attachments/ways.tsx';
import type { TrayWords } from '../../../attachments/words.ts';
import { usePanel } from '../../../panel.ts';
import { Message } from '../../../ui/message.tsx';
import { Attached } from './attached.tsx';
import { keepAttachment, readTray } from './store.ts';
import type { TrayState } from './use-tray.ts';

function Add(props: { state: TrayState; draft: Draft; keepDraft: () => void; say: TrayWords }) {
	const { vault } = usePanel().services;
	const { state, draft, keepDraft, say } = props;
	const key = draftKey(draft.target);
	/** Asks the vault, not the screen: another tab may have added something. */
	const keep = async (one: Attachment): Promise<boolean> => {
		const { pieces, attachments } = await readTray(vault, key);
		const evidence = [draft, ...pieces].flatMap((piece) => piece.evidence ?? []);
		const others = attachments.map(({ attachment }) => attachment).filter(({ sha256 }) => sha256 !== one.sha256);
		const fits = hasRoom(evidence, others, one);
		if (fits) await keepAttachment(vault, key, one, new Date().toISOString());
		// A report that has an attachment is begun, although nothing was typed.
		if (fits) keepDraft();
		await state.read();
		return fits;
	};
	return <Ways attaching={useAttaching(keep, say)} say={say} />;
}

export function Outside(props: {
	state: TrayState;
	draft: Draft;
	keepDraft: () => void;
	child: boolean;
	say: TrayWords;
}) {
	const { state, say, child } = props;
	const count = state.tray?.attachments.length ?? 0;
	return (
		<section class="wh-tray" aria-labelledby="wh-outside">
			<h2 id="wh-outside" class="wh-subheading">
				{say('tray-outside')}
			</h2>
			{child ? (
				<Message>
					<p>{say('tray-child')}</p>
					{count > 0 && <p>{say('tray-child-kept')}</p>}
				</Message>
			) : (
				<Add state={state} draft={props.draft} keepDraft={props.keepDraft} say={say} />
			)}
			<Attached state={state} say={say} draft={props.draft} />
		</section>
	);
}
