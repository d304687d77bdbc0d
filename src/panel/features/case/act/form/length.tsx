/** How long something lasts: from the wiki's list, or as the wiki reads it. */
import type { ActFacts } from '../../../../../contract/act.ts';
import { TextInput } from '../../../../ui/text.tsx';
import { Select } from '../../queue/select.tsx';
import { isolate } from '../../../../words/words.ts';
import type { ActWords } from '../words.ts';

export function Length(props: { facts: ActFacts; expiry: string; onExpiry: (expiry: string) => void; say: ActWords }) {
	const { facts, expiry, say } = props;
	const listed = facts.expiries.some(({ value }) => value === expiry);
	return (
		<>
			<Select
				label={say('act-length')}
				none={say('act-length-own')}
				options={facts.expiries.map(({ value, label }) => ({ id: value, label: isolate(label) }))}
				chosen={listed ? expiry : null}
				onChoose={(chosen) => props.onExpiry(chosen ?? '')}
			/>
			{!listed && (
				<TextInput
					label={say('act-length-typed')}
					help={say('act-length-help')}
					value={expiry}
					onText={props.onExpiry}
				/>
			)}
		</>
	);
}
