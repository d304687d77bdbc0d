/** The backup of a new key, to be kept before the key is used: without it a lost device loses every report. */
import { useState } from 'preact/hooks';
import { usePanel } from '../../panel.ts';
import type { Handler } from '../../session/use-handler.ts';
import { handlerKeysOf } from '../../sealing/key-material.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Data } from '../../ui/data.tsx';
import { download } from '../../ui/download.ts';
import { Message } from '../../ui/message.tsx';

export function KeepBackup({ handler, secret, backup }: { handler: Handler; secret: string; backup: string }) {
	const { t } = usePanel();
	const [kept, setKept] = useState(false);
	const [say, setSay] = useState<string | null>(null);
	const use = async (): Promise<void> => {
		if (!kept) return setSay(t('backup-first'));
		if (!(await handler.keep(await handlerKeysOf(secret)))) setSay(t('key-not-kept'));
	};
	return (
		<>
			<p>{t('backup-words')}</p>
			<Button onPress={() => download('wikihaven-key.age', backup, 'application/octet-stream')}>
				{t('backup-save')}
			</Button>
			<Data label={t('backup-label')} text={backup} />
			<Checkbox label={t('backup-kept')} checked={kept} onCheck={setKept} />
			{say && (
				<Message type="warning" live>
					{say}
				</Message>
			)}
			<Button action="progressive" weight="primary" onPress={() => void use()}>
				{t('key-use')}
			</Button>
		</>
	);
}
