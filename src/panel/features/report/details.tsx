/** What a person may add: words of their own, other people involved, and whether their name is told. */
import { useState } from 'preact/hooks';
import { longestTyped } from '../../../contract/primitives.ts';
import type { Draft } from '../../../contract/vault.ts';
import { usePanel } from '../../panel.ts';
import { Accordion } from '../../ui/accordion.tsx';
import { TextArea } from '../../ui/text.tsx';
import { AlsoNamed } from './also-named.tsx';

export function Details({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
	const { t } = usePanel();
	const [open] = useState(draft.details !== '' || draft.alsoNamed.length > 0);
	return (
		<Accordion title={t('details-title')} description={t('details-optional')} open={open}>
			<TextArea
				label={t('details-label')}
				help={t('details-help')}
				value={draft.details}
				error={draft.details.length > longestTyped ? t('problem-too-long') : undefined}
				onText={(details) => change({ details })}
			/>
			<AlsoNamed names={draft.alsoNamed} onChange={(alsoNamed) => change({ alsoNamed })} />
		</Accordion>
	);
}
