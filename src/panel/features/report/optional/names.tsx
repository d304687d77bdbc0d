/** A list of user names, typed one after the other. */
import { cdxIconClose } from '@wikimedia/codex-icons';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/text.tsx';
import { userNameOf } from '../named.ts';
import type { ReportWords } from '../../../words/form.ts';

export function Names(props: {
	label: string;
	help: string;
	names: readonly string[];
	onChange: (names: string[]) => void;
	say: ReportWords;
}) {
	const { names, onChange, say } = props;
	const [typed, setTyped] = useState('');
	const add = (): void => {
		const name = userNameOf(typed);
		if (name !== '' && !names.includes(name)) onChange([...names, name]);
		setTyped('');
	};
	return (
		<div class="wh-also">
			<TextInput label={props.label} help={props.help} value={typed} maxLength={255} onText={setTyped} onEnter={add} />
			<Button onPress={add}>{say('also-add')}</Button>
			<ul class="wh-names">
				{names.map((name) => (
					<li key={name}>
						<bdi class="wh-name">{name}</bdi>
						<Button
							icon={cdxIconClose}
							weight="quiet"
							size="small"
							label={say('also-remove', name)}
							onPress={() => onChange(names.filter((one) => one !== name))}
						/>
					</li>
				))}
			</ul>
		</div>
	);
}
