/** What a person may add: words of their own, and other people involved. */
import { useState } from 'preact/hooks';
import { longestTyped } from '../../../../contract/primitives.ts';
import type { Draft } from '../../../../contract/vault.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { TextArea } from '../../../ui/text.tsx';
import type { ReportWords } from '../../../words/form.ts';
import { Names } from './names.tsx';

export function Details(props: { draft: Draft; change: (part: Partial<Draft>) => void; say: ReportWords }) {
	const { draft, change, say } = props;
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
			<Names
				label={say('also-label')}
				help={say('also-help')}
				say={say}
				names={draft.alsoNamed}
				onChange={(alsoNamed) => change({ alsoNamed })}
			/>
		</Accordion>
	);
}
