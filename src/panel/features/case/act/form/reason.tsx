/** A reason that everybody will read: from the wiki's list, or own words. */
import { TextInput } from '../../../../ui/text.tsx';
import { Select } from '../../queue/select.tsx';
import { isolate } from '../../../../words/words.ts';
import type { ActWords } from '../words.ts';

export function Reason(props: {
	list: readonly string[];
	reason: string;
	onReason: (reason: string) => void;
	say: ActWords;
}) {
	const { list, reason, say } = props;
	return (
		<>
			{list.length > 0 && (
				<Select
					label={say('act-reason-list')}
					none={say('act-reason-own')}
					options={list.map((one) => ({ id: one, label: isolate(one) }))}
					chosen={list.includes(reason) ? reason : null}
					onChoose={(chosen) => props.onReason(chosen ?? '')}
				/>
			)}
			<TextInput label={say('act-reason')} help={say('act-reason-help')} value={reason} onText={props.onReason} />
		</>
	);
}
