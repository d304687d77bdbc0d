/** A hearing in the panel or on its own page: its code opens it, or a field asks for one. */
import '../../writing/style.ts';
import { useState } from 'preact/hooks';
import { readCode } from '../../../contract/return-code.ts';
import { useTrayWords } from '../../attachments/words.ts';
import { usePanel, type Place } from '../../panel.ts';
import { Progress } from '../../ui/progress.tsx';
import { CodeField } from './code-field.tsx';
import { OneHearing } from './one-hearing.tsx';
import { useHearingWords } from './words.ts';

export function HearingView({ place }: { place: Place }) {
	const { t } = usePanel();
	const say = useHearingWords();
	// Here already, so that no part of a view comes in late for want of its words.
	const tray = useTrayWords();
	const [typed, setTyped] = useState(place.feature === 'hearing' ? place.code : '');
	if (!say || !tray) return <Progress label={t('loading')} />;
	const code = readCode(typed);
	return (
		<article class="wh-view">
			{code ? <OneHearing code={code} say={say} /> : <CodeField given={typed} onCode={setTyped} say={say} />}
		</article>
	);
}
