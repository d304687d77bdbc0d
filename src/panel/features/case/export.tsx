/** A report sealed again to one person: a readable page in a file for the `age` command. Saving it stands in the case's log. */
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { AgeRecipient } from '../../../contract/primitives.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { ReportBody } from '../../../contract/report.ts';
import type { HandlerKeys } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { sealedFor } from '../../sealing/export-report.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { download } from '../../ui/download.ts';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { TextInput } from '../../ui/text.tsx';
import { exportPage } from './export-page.ts';
import { useKeepWords } from './folded/words.ts';
import type { CaseLog } from './log/use-case-log.ts';
import type { CaseTalk } from './talk/use-talk.ts';
import type { CaseWords } from './words.ts';

export function Export(props: { body: ReportBody; talk: CaseTalk; log: CaseLog; keys: HandlerKeys; say: CaseWords }) {
	const { words, facts } = usePanel();
	const keep = useKeepWords();
	const { body, talk, log, keys, say } = props;
	const [to, setTo] = useState<'own' | 'other'>('own');
	const [typed, setTyped] = useState('');
	const [error, setError] = useState<string | undefined>(undefined);
	const [problem, setProblem] = useState<Problem | null>(null);
	if (!keep) return null;
	const save = async (): Promise<void> => {
		const recipient = to === 'own' ? keys.public.age : typed.trim();
		if (!v.is(AgeRecipient, recipient)) return setError(say('export-no-key'));
		const now = new Date().toISOString();
		const page = exportPage(body, talk.messages, now, { words, say, keep, dir: facts.dir });
		// The form fits and the checksum does not: a letter is wrong.
		const file = await sealedFor(page, recipient).catch(() => null);
		setError(file === null ? say('export-no-key') : undefined);
		if (file === null) return;
		// First the log: no file that it does not speak of.
		const written = await log.write({ kind: 'export', data: {} });
		setProblem(written.ok ? null : written);
		if (written.ok) download(`wikihaven-report-${body.id}.html.age`, file, 'application/octet-stream');
	};
	return (
		<div class="wh-accordions">
			<Accordion title={say('export-title')} description={say('export-help')}>
				<Message type="warning">{keep('export-for-good')}</Message>
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
				{problem && <ProblemMessage problem={problem} />}
				<div class="wh-actions">
					<Button onPress={() => void save()}>{say('export-save')}</Button>
				</div>
			</Accordion>
		</div>
	);
}
