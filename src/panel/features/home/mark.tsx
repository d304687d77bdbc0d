/** The own mark: a word or picture sign that this panel shows and no wiki page can know. */
import { useState } from 'preact/hooks';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/text.tsx';

export function Mark() {
	const { mark, setMark, t } = usePanel();
	const [typed, setTyped] = useState(mark);
	const [kept, setKept] = useState(false);
	const keep = (): void => {
		setMark(typed.trim());
		setKept(true);
	};
	return (
		<section class="wh-section" aria-labelledby="wh-mark">
			<h2 id="wh-mark" class="wh-subheading">
				{t('mark-heading')}
			</h2>
			<p class="wh-small">{t('mark-help')}</p>
			<TextInput label={t('mark-label')} value={typed} maxLength={40} onText={setTyped} onEnter={keep} />
			<Button onPress={keep}>{t('mark-keep')}</Button>
			<output class="wh-small">{kept ? t('mark-kept') : ''}</output>
		</section>
	);
}
