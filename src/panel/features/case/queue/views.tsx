/** Views of the queue that the handler keeps on this device: what is shown, under a name. */
import { useState } from 'preact/hooks';
import type { DeskQuery } from '../../../../contract/desk-choices.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { TextInput } from '../../../ui/text.tsx';
import type { Choices } from '../keys/use-choices.ts';
import type { QueueWords } from './words.ts';

export function Views(props: {
	choices: Choices;
	query: DeskQuery;
	onQuery: (query: DeskQuery) => void;
	word: QueueWords;
}) {
	const { choices, query, word } = props;
	const { views } = choices.choices;
	const [name, setName] = useState('');
	const [error, setError] = useState<string | undefined>(undefined);
	const save = (): void => {
		const wanted = name.trim().slice(0, 100);
		if (wanted === '') return setError(word('view-name-first'));
		setError(undefined);
		setName('');
		// The same name again is the same view, changed.
		choices.change({ views: [...views.filter((one) => one.name !== wanted), { name: wanted, query }] });
	};
	return (
		<section class="wh-section" aria-label={word('views')}>
			<h2 class="wh-subheading">{word('views')}</h2>
			{views.length === 0 && <p class="wh-small">{word('views-none')}</p>}
			<ul class="wh-names">
				{views.map((view) => (
					<li key={view.name}>
						<Button size="small" onPress={() => props.onQuery(view.query)}>
							{view.name}
						</Button>
						<Button
							size="small"
							weight="quiet"
							onPress={() => choices.change({ views: views.filter((one) => one !== view) })}
						>
							{word('view-drop', view.name)}
						</Button>
					</li>
				))}
			</ul>
			<TextInput label={word('view-name')} error={error} value={name} onText={setName} onEnter={save} />
			<Button size="small" onPress={save}>
				{word('view-save')}
			</Button>
			{choices.unkept && (
				<Message type="warning" live>
					{word('choices-unkept')}
				</Message>
			)}
		</section>
	);
}
