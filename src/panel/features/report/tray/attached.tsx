/** What is attached so far, each with a way to take it out; an e-mail also with a way to leave its receiver unnamed. */
import { cdxIconClose } from '@wikimedia/codex-icons';
import type { KeptAttachment } from '../../../../contract/tray.ts';
import { draftKey, type Draft } from '../../../../contract/vault.ts';
import { emailAttachment } from '../../../attachments/make.ts';
import { namesReceiver, withoutReceiver } from '../../../attachments/email-text.ts';
import { ShownAttachment } from '../../../attachments/shown.tsx';
import { textOf } from '../../../attachments/text-of.ts';
import type { TrayWords } from '../../../attachments/words.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { keepAttachment } from './store.ts';
import type { TrayState } from './use-tray.ts';

const hasReceiver = ({ attachment }: KeptAttachment): boolean =>
	attachment.origin === 'email' && namesReceiver(textOf(attachment));

export function Attached({ state, draft, say }: { state: TrayState; draft: Draft; say: TrayWords }) {
	const { vault } = usePanel().services;
	const attachments = state.tray?.attachments ?? [];
	const leaveOut = async (one: KeptAttachment): Promise<void> => {
		const { name } = one.attachment;
		const shorter = await emailAttachment(name, withoutReceiver(textOf(one.attachment)));
		await keepAttachment(vault, draftKey(draft.target), shorter, one.at);
		await state.detach(one);
	};
	if (attachments.length === 0) return null;
	return (
		<ul class="wh-list">
			{attachments.map((one) => (
				<li key={one.attachment.sha256} class="wh-card">
					<ShownAttachment attachment={one.attachment} say={say} />
					{hasReceiver(one) && <p class="wh-small">{say('tray-receiver')}</p>}
					<div class="wh-actions">
						{hasReceiver(one) && (
							<Button size="small" onPress={() => void leaveOut(one).catch(() => undefined)}>
								{say('tray-receiver-out')}
							</Button>
						)}
						<Button
							icon={cdxIconClose}
							weight="quiet"
							size="small"
							label={say('tray-remove', one.attachment.name)}
							onPress={() => void state.detach(one)}
						/>
					</div>
				</li>
			))}
		</ul>
	);
}
