/** Handing a case over: it becomes a colleague's, with what they should know; who hands over may leave it. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../contract/problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Chips } from '../../../ui/chips.tsx';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { TextArea } from '../../../ui/text.tsx';
import type { Reader } from './readers.ts';
import type { TeamProps } from './team.tsx';
import { useReason } from './use-reason.ts';

/** `others`: who can read it with the key they have, without oneself. `own`: the own keys that hold a grant. */
export function HandOver(props: TeamProps & { others: readonly Reader[]; own: readonly string[] }) {
	const { log, others, own, onLeft, say } = props;
	const [chosen, setChosen] = useState<string | null>(null);
	const [leaves, setLeaves] = useState(false);
	const [told, setTold] = useState<Problem | 'choose' | 'done' | null>(null);
	const note = useReason(log.row.id, say);
	const hand = async (): Promise<void> => {
		const body = note.take();
		if (chosen === null) return setTold('choose');
		if (!body) return;
		const given = await log.write({ kind: 'assign', data: { to: chosen }, body });
		const left =
			given.ok && leaves && own.length > 0 ? await log.write({ kind: 'revoke', data: { keys: [...own] } }) : given;
		if (!left.ok) return setTold(left);
		if (leaves) return onLeft();
		setTold('done');
		note.clear();
	};
	if (others.length === 0) return <p>{say('hand-nobody')}</p>;
	return (
		<>
			<Chips
				legend={say('hand-to')}
				chips={others.map(({ key, name }) => ({ id: key, label: name ?? key }))}
				chosen={chosen}
				onChoose={setChosen}
			/>
			<TextArea
				label={say('hand-note')}
				help={say('why-help')}
				error={note.error}
				rows={3}
				value={note.text}
				onText={note.setText}
			/>
			<Checkbox label={say('hand-leave')} checked={leaves} onCheck={setLeaves} />
			{told === 'choose' && chosen === null && <p role="alert">{say('choose-first')}</p>}
			{typeof told === 'object' && told && <ProblemMessage problem={told} />}
			{told === 'done' && (
				<Message type="success" live>
					{say('hand-done')}
				</Message>
			)}
			<Button onPress={() => void hand()}>{say('hand-do')}</Button>
		</>
	);
}
