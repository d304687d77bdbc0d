/** A report sealed again to one person, as a file for the `age` command. */
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { AgeRecipient } from '../../../contract/primitives.ts';
import type { ReportBody } from '../../../contract/report.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { exportReport } from '../../sealing/export-report.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { download } from '../../ui/download.ts';
import { TextInput } from '../../ui/text.tsx';
import type { CaseWords } from './words.ts';

export function Export({ body, keys, say }: { body: ReportBody; keys: HandlerKeys; say: CaseWords }) {
	const [to, setTo] = useState<'own' | 'other'>('own');
	const [typed, setTyped] = useState('');
	const [error, setError] = useState<string | undefined>(undefined);
	const save = async (): Promise<void> => {
		const recipient = to === 'own' ? keys.public.age : typed.trim();
		if (!v.is(AgeRecipient, recipient)) return setError(say('export-no-key'));
		try {
			const file = await exportReport(body, recipient);
			setError(undefined);
			download(`wikihaven-report-${body.id}.age`, file, 'application/octet-stream');
		} catch {
			// The form fits and the checksum does not: a letter is wrong.
			setError(say('export-no-key'));
		}
	};
	return (
		<div class="wh-accordions">
			<Accordion title={say('export-title')} description={say('export-help')}>
				<Chips
					legend={say('export-to')}
					chips={[
						{ id: 'own', label: say('export-own') },
						{ id: 'other', label: say('export-other') },
					]}
					chosen={to}
					onChoose={setTo}
				/>
				{to === 'other' && <TextInput label={say('export-key')} error={error} value={typed} onText={setTyped} />}
				<div class="wh-actions">
					<Button onPress={() => void save()}>{say('export-save')}</Button>
				</div>
			</Accordion>
		</div>
	);
}
