/** A reason that colleagues read in the log: typed, asked for where it is missing. */
import { useState } from 'preact/hooks';
import type { NoteBody } from '../../../../contract/desk.ts';
import { longestTyped } from '../../../../contract/primitives.ts';
import { usePanel } from '../../../panel.ts';
import type { TeamWords } from '../../../team/words.ts';

export function useReason(report: string, say: TeamWords) {
	const { t } = usePanel();
	const [text, setText] = useState('');
	const [pressed, setPressed] = useState(false);
	const fault = text.trim() === '' ? say('why-first') : text.length > longestTyped ? t('problem-too-long') : undefined;
	return {
		text,
		setText,
		error: pressed ? fault : undefined,
		/** null where it cannot be sent: then the field says why. */
		take(): NoteBody | null {
			setPressed(true);
			return fault === undefined ? { v: 1, desk: 'handlers', report, kind: 'note', text: text.trim() } : null;
		},
		clear(): void {
			setText('');
			setPressed(false);
		},
	};
}
