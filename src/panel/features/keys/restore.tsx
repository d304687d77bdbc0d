/** Restoring a key from its backup file and passphrase. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../contract/problem.ts';
import { usePanel } from '../../panel.ts';
import { openBackup } from '../../sealing/backup.ts';
import { handlerKeysOf } from '../../sealing/key-material.ts';
import type { Handler } from '../../session/use-handler.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Progress } from '../../ui/progress.tsx';
import { TextArea, TextInput } from '../../ui/text.tsx';
import { afterDrawing } from './make-key.tsx';

export function Restore({ handler, published }: { handler: Handler; published: string | null }) {
	const { t } = usePanel();
	const [text, setText] = useState('');
	const [passphrase, setPassphrase] = useState('');
	const [problem, setProblem] = useState<Problem | null>(null);
	const [another, setAnother] = useState<string | null>(null);
	const [working, setWorking] = useState(false);
	const restore = async (): Promise<void> => {
		setWorking(true);
		setProblem(null);
		await afterDrawing();
		const opened = await openBackup(text, passphrase);
		const keys = opened.ok ? await handlerKeysOf(opened.value).catch(() => null) : null;
		setWorking(false);
		if (!opened.ok) return setProblem(opened);
		if (!keys) return setProblem({ problem: 'bad-input', params: [] });
		// The backup of an older key is welcome too, but nobody should mistake it for the one in use.
		if (published !== null && keys.public.id !== published && another !== keys.public.id) {
			return setAnother(keys.public.id);
		}
		if (!(await handler.keep(keys))) setProblem({ problem: 'storage-failed', params: [] });
	};
	return (
		<>
			<Field label={t('restore-file')}>
				{({ id }) => (
					<input
						id={id}
						class="wh-file"
						type="file"
						accept=".age,.txt"
						onChange={(event) => {
							const file = event.currentTarget.files?.[0];
							// A backup has less than a kilobyte: anything large is another file.
							if (file) void file.slice(0, 100_000).text().then(setText);
						}}
					/>
				)}
			</Field>
			<TextArea label={t('restore-text')} rows={4} value={text} onText={setText} />
			<TextInput hidden label={t('passphrase-label')} value={passphrase} onText={setPassphrase} />
			{problem && <ProblemMessage problem={problem} />}
			{another && (
				<Message type="warning" live>
					{t('restore-another', another)}
				</Message>
			)}
			<div class="wh-actions">
				{working ? (
					<Progress label={t('restore-working')} />
				) : (
					<Button action="progressive" weight="primary" onPress={() => void restore()}>
						{another ? t('restore-anyway') : t('restore')}
					</Button>
				)}
			</div>
		</>
	);
}
