/** A report sealed again to one person, as a file for the `age` command. */
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { AgeRecipient } from '../../../contract/primitives.ts';
import type { ReportBody } from '../../../contract/report.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { exportReport } from '../../sealing/export-report.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { download } from '../../ui/download.ts';
import { TextInput } from '../../ui/text.tsx';

export function Export({ body, keys }: { body: ReportBody; keys: HandlerKeys }) {
	const { t } = usePanel();
	const [to, setTo] = useState<'own' | 'other'>('own');
	const [typed, setTyped] = useState('');
	const [error, setError] = useState<string | undefined>(undefined);
	const save = async (): Promise<void> => {
		const recipient = to === 'own' ? keys.public.age : typed.trim();
		if (!v.is(AgeRecipient, recipient)) return setError(t('export-no-key'));
		try {
			const file = await exportReport(body, recipient);
			setError(undefined);
			download(`wikihaven-report-${body.id}.age`, file, 'application/octet-stream');
		} catch {
			// The form fits and the checksum does not: a letter is wrong.
			setError(t('export-no-key'));
		}
	};
	return (
		<div class="wh-accordions">
			<Accordion title={t('export-title')} description={t('export-help')}>
				<Chips
					legend={t('export-to')}
					chips={[
						{ id: 'own', label: t('export-own') },
						{ id: 'other', label: t('export-other') },
					]}
					chosen={to}
					onChoose={setTo}
				/>
				{to === 'other' && <TextInput label={t('export-key')} error={error} value={typed} onText={setTyped} />}
				<div class="wh-actions">
					<Button onPress={() => void save()}>{t('export-save')}</Button>
				</div>
			</Accordion>
		</div>
	);
}
