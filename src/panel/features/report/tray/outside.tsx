/** Evidence from outside the wiki: chosen, dropped or pasted; and what is attached so far. */
import { useState } from 'preact/hooks';
import type { Draft } from '../../../../contract/vault.ts';
import type { TrayWords } from '../../../attachments/words.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Message } from '../../../ui/message.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { TextInput } from '../../../ui/text.tsx';
import { Attached } from './attached.tsx';
import { useAttaching } from './use-attaching.ts';
import type { TrayState } from './use-tray.ts';

function Ways({
	state,
	draft,
	keepDraft,
	say,
}: {
	state: TrayState;
	draft: Draft;
	keepDraft: () => void;
	say: TrayWords;
}) {
	const [link, setLink] = useState('');
	const [over, setOver] = useState(false);
	const attaching = useAttaching(draft, keepDraft, state, say);
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

export function Outside(props: {
	state: TrayState;
	draft: Draft;
	keepDraft: () => void;
	child: boolean;
	say: TrayWords;
}) {
	const { state, say, child } = props;
	const count = state.tray?.attachments.length ?? 0;
	return (
		<section class="wh-tray" aria-labelledby="wh-outside">
			<h2 id="wh-outside" class="wh-subheading">
				{say('tray-outside')}
			</h2>
			{child ? (
				<Message>
					<p>{say('tray-child')}</p>
					{count > 0 && <p>{say('tray-child-kept')}</p>}
				</Message>
			) : (
				<Ways state={state} draft={props.draft} keepDraft={props.keepDraft} say={say} />
			)}
			<Attached state={state} say={say} draft={props.draft} />
		</section>
	);
}
