/** The ways in which something from outside the wiki comes in: chosen, dropped, pasted, or typed as a link. */
import { useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Message } from '../ui/message.tsx';
import { Progress } from '../ui/progress.tsx';
import { TextInput } from '../ui/text.tsx';
import type { Attaching } from './use-attaching.ts';
import type { TrayWords } from './words.ts';

export function Ways({ attaching, say }: { attaching: Attaching; say: TrayWords }) {
	const [link, setLink] = useState('');
	const [over, setOver] = useState(false);
	const addLink = async (): Promise<void> => {
		if (await attaching.link(link)) setLink('');
	};
	return (
		<div
			class={over ? 'wh-drop wh-drop--over' : 'wh-drop'}
			onDragOver={(event) => {
				event.preventDefault();
				setOver(true);
			}}
			onDragLeave={() => setOver(false)}
			onDrop={(event) => {
				event.preventDefault();
				setOver(false);
				if (event.dataTransfer) void attaching.take(event.dataTransfer);
			}}
		>
			<Field label={say('tray-file')} help={say('tray-file-help')}>
				{({ id, describedBy }) => (
					<input
						id={id}
						type="file"
						multiple
						accept="image/*,.eml,message/rfc822"
						aria-describedby={describedBy}
						onChange={(event) => {
							const input = event.currentTarget;
							// The same file again is another change only once this one is forgotten.
							void attaching.files([...(input.files ?? [])]).then(() => (input.value = ''));
						}}
					/>
				)}
			</Field>
			{attaching.reading && <Progress label={say('tray-reading')} />}
			{attaching.problem && (
				<Message type="warning" live>
					{attaching.problem}
				</Message>
			)}
			<TextInput
				label={say('tray-link')}
				help={say('tray-link-help')}
				error={attaching.linkError}
				value={link}
				maxLength={2000}
				onText={setLink}
				onEnter={() => void addLink()}
			/>
			<Button onPress={() => void addLink()}>{say('tray-link-add')}</Button>
		</div>
	);
}
