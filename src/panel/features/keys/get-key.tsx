/** No key on this device: make one, or restore one from its backup. */
import { useState } from 'preact/hooks';
import { usePanel } from '../../panel.ts';
import type { Handler } from '../../session/use-handler.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Message } from '../../ui/message.tsx';
import { MakeKey } from './make-key.tsx';
import { Restore } from './restore.tsx';

export function GetKey({ handler, published }: { handler: Handler; published: string | null }) {
	const { t } = usePanel();
	const [restoring] = useState(published !== null);
	return (
		<>
			{published ? <Message>{t('keys-elsewhere', published)}</Message> : <p class="wh-lead">{t('keys-lead')}</p>}
			<div class="wh-accordions">
				<Accordion title={t('key-make-title')} open={!restoring}>
					{published && <p>{t('key-make-anew')}</p>}
					<MakeKey handler={handler} />
				</Accordion>
				<Accordion title={t('key-restore-title')} open={restoring}>
					<Restore handler={handler} published={published} />
				</Accordion>
			</div>
		</>
	);
}
