/** Other people involved, by user name: each is left out of those who receive the report. */
import { cdxIconClose } from '@wikimedia/codex-icons';
import { useState } from 'preact/hooks';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/text.tsx';
import { userNameOf } from './named.ts';

export function AlsoNamed({ names, onChange }: { names: string[]; onChange: (names: string[]) => void }) {
	const { t } = usePanel();
	const [typed, setTyped] = useState('');
	const add = (): void => {
		const name = userNameOf(typed);
		if (name !== '' && !names.includes(name)) onChange([...names, name]);
		setTyped('');
	};
	return (
		<div class="wh-also">
			<TextInput
				label={t('also-label')}
				help={t('also-help')}
				value={typed}
				maxLength={255}
				onText={setTyped}
				onEnter={add}
			/>
			<Button onPress={add}>{t('also-add')}</Button>
			<ul class="wh-names">
				{names.map((name) => (
					<li key={name}>
						<bdi class="wh-name">{name}</bdi>
						<Button
							icon={cdxIconClose}
							weight="quiet"
							size="small"
							label={t('also-remove', name)}
							onPress={() => onChange(names.filter((one) => one !== name))}
						/>
					</li>
				))}
			</ul>
		</div>
	);
}
