/** Letting a colleague read a case: its key and the handlers' own, sealed to theirs, with the reason in the log. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../contract/problem.ts';
import { boxesFor } from '../../../team/give.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips } from '../../../ui/chips.tsx';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { TextArea } from '../../../ui/text.tsx';
import type { TeamProps } from './team.tsx';
import { useReason } from './use-reason.ts';
import type { couldRead } from './readers.ts';

export function Add({ log, keys, free, say }: TeamProps & { free: ReturnType<typeof couldRead> }) {
	const [chosen, setChosen] = useState<string | null>(null);
	const [told, setTold] = useState<Problem | 'choose' | string | null>(null);
	const reason = useReason(log.row.id, say);
	const to = free.find(({ key }) => key.id === chosen);
	const add = async (): Promise<void> => {
		const why = reason.take();
		if (!to) return setTold('choose');
		if (!why) return;
		const boxes = await boxesFor(log.row, keys, to);
		if (!boxes.ok) return setTold(boxes);
		const given = await log.write({ kind: 'grant', data: { keys: [to.key.id] }, grants: [boxes.value] });
		// After the grant: where the handlers have no key of their own yet, it is made for the new reader too.
		const noted = given.ok ? await log.write({ kind: 'note', data: {}, body: why }) : given;
		if (!noted.ok) return setTold(noted);
		setTold(to.name);
		setChosen(null);
		reason.clear();
	};
	const success = typeof told === 'string' && told !== 'choose' && (
		<Message type="success" live>
			{say('add-done', told)}
		</Message>
	);
	if (free.length === 0) return success || <p>{say('add-nobody')}</p>;
	return (
		<>
			<p class="wh-small">{say('add-help')}</p>
			<Chips
				legend={say('add-who')}
				chips={free.map(({ name, key }) => ({ id: key.id, label: name }))}
				chosen={chosen}
				onChoose={setChosen}
			/>
			<TextArea
				label={say('why')}
				help={say('why-help')}
				error={reason.error}
				rows={2}
				value={reason.text}
				onText={reason.setText}
			/>
			{told === 'choose' && !to && <p role="alert">{say('choose-first')}</p>}
			{typeof told === 'object' && told && <ProblemMessage problem={told} />}
			{success}
			<Button onPress={() => void add()}>{say('add-do')}</Button>
		</>
	);
}
