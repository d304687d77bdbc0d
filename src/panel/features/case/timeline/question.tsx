/** Two to five accounts, and from which day to which. */
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text.tsx';
import type { ViewWords } from './words.ts';

function Day(props: { label: string; day: string; onDay: (day: string) => void }) {
	return (
		<Field label={props.label}>
			{({ id, describedBy }) => (
				<div class="cdx-text-input">
					<input
						id={id}
						class="cdx-text-input__input"
						type="date"
						aria-describedby={describedBy}
						value={props.day}
						onChange={(event) => props.onDay(event.currentTarget.value)}
					/>
				</div>
			)}
		</Field>
	);
}

export function Question(props: {
	names: string;
	days: { from: string; to: string };
	error: string | undefined;
	onNames: (names: string) => void;
	onDays: (days: { from: string; to: string }) => void;
	onAsk: () => void;
	say: ViewWords;
}) {
	const { days, onDays, say } = props;
	return (
		<>
			<TextArea label={say('view-accounts')} error={props.error} rows={2} value={props.names} onText={props.onNames} />
			<div class="wh-days">
				<Day label={say('view-from')} day={days.from} onDay={(from) => onDays({ ...days, from })} />
				<Day label={say('view-to')} day={days.to} onDay={(to) => onDays({ ...days, to })} />
			</div>
			<div class="wh-actions">
				<Button onPress={props.onAsk}>{say('view-read')}</Button>
			</div>
		</>
	);
}
