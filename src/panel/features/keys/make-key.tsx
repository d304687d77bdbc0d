/** Making a key: a passphrase, then the backup to keep, and only then the key goes to work. */
import { useState } from 'preact/hooks';
import { usePanel } from '../../panel.ts';
import type { Handler } from '../../session/use-handler.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { TextInput } from '../../ui/text.tsx';
import { newSecret, sealBackup, suggestPassphrase } from '../../sealing/backup.ts';
import { KeepBackup } from './keep-backup.tsx';

/** Shorter ones are guessed: the backup may lie where others can copy it. */
const passphraseMin = 12;

/** Lets the browser draw before work that takes it a second or two. */
export const afterDrawing = (): Promise<void> => new Promise((go) => setTimeout(go, 50));

export function MakeKey({ handler }: { handler: Handler }) {
	const { t } = usePanel();
	const [passphrase, setPassphrase] = useState(suggestPassphrase);
	const [error, setError] = useState<string | undefined>(undefined);
	const [working, setWorking] = useState(false);
	const [made, setMade] = useState<{ secret: string; backup: string } | null>(null);
	const make = async (): Promise<void> => {
		if (passphrase.length < passphraseMin) return setError(t('passphrase-short', passphraseMin));
		setError(undefined);
		setWorking(true);
		await afterDrawing();
		const secret = await newSecret();
		setMade({ secret, backup: await sealBackup(secret, passphrase) });
		setWorking(false);
	};
	if (made) return <KeepBackup handler={handler} secret={made.secret} backup={made.backup} />;
	return (
		<>
			<TextInput
				label={t('passphrase-label')}
				help={t('passphrase-help')}
				error={error}
				value={passphrase}
				onText={setPassphrase}
			/>
			<div class="wh-actions">
				{working ? (
					<Progress label={t('key-making')} />
				) : (
					<>
						<Button action="progressive" weight="primary" onPress={() => void make()}>
							{t('key-make')}
						</Button>
						<Button onPress={() => setPassphrase(suggestPassphrase())}>{t('passphrase-another')}</Button>
					</>
				)}
			</div>
		</>
	);
}
