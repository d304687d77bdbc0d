/** The list of keys: what each does, and other keys for those who want them. */
import { useState } from 'preact/hooks';
import { commandIds, type CommandId } from '../../../../contract/desk-choices.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import type { QueueWords } from '../queue/words.ts';
import { allOff, bindingsOf, commandOf, rebound } from './bindings.ts';
import { Dialog } from './dialog.tsx';
import { isFree, strokeOf } from './strokes.ts';
import type { Choices } from './use-choices.ts';

export function KeysDialog({ choices, onClose, word }: { choices: Choices; onClose: () => void; word: QueueWords }) {
	const { keys } = choices.choices;
	const bindings = bindingsOf(keys);
	const [waiting, setWaiting] = useState<CommandId | null>(null);
	const [told, setTold] = useState('');
	const take = (event: KeyboardEvent): void => {
		const stroke = strokeOf(event);
		if (waiting === null || (stroke === null && event.key !== 'Escape')) return;
		event.preventDefault();
		event.stopPropagation();
		if (stroke === null) return setWaiting(null);
		const other = commandOf(bindings, stroke);
		if (!isFree(stroke)) return setTold(word('keys-not-free', stroke));
		if (other && other !== waiting) return setTold(word('keys-taken', stroke, word(`command-${other}`)));
		choices.change({ keys: rebound(keys, waiting, stroke) });
		setTold(word('keys-changed', word(`command-${waiting}`), stroke));
		setWaiting(null);
	};
	return (
		<Dialog title={word('keys')} onClose={onClose}>
			<p class="wh-small">{word('keys-help')}</p>
			{told && (
				<Message live>
					<p>{told}</p>
				</Message>
			)}
			<table class="wh-keys" onKeyDownCapture={take}>
				<tbody>
					{commandIds.map((id) => (
						<tr key={id}>
							<th scope="row">{word(`command-${id}`)}</th>
							<td>{bindings[id] ? <kbd class="wh-key">{bindings[id]}</kbd> : <span>{word('keys-none')}</span>}</td>
							<td>
								<Button
									size="small"
									weight="quiet"
									{...(waiting === id ? {} : { label: word('keys-change-label', word(`command-${id}`)) })}
									onPress={() => setWaiting(waiting === id ? null : id)}
								>
									{waiting === id ? word('keys-press') : word('keys-change')}
								</Button>
							</td>
						</tr>
					))}
				</tbody>
			</table>
			<div class="wh-actions">
				<Button size="small" onPress={() => choices.change({ keys: {} })}>
					{word('keys-usual')}
				</Button>
				<Button size="small" onPress={() => choices.change({ keys: allOff })}>
					{word('keys-off')}
				</Button>
			</div>
		</Dialog>
	);
}
