/** A choice of one among chips: native radio buttons, so arrow keys, groups and screen readers work as everywhere. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface Chip<Id extends string> {
	readonly id: Id;
	readonly label: string;
	/** Small words after the label. */
	readonly note?: string;
}

export function Chips<Id extends string>(props: {
	legend: ComponentChildren;
	chips: readonly Chip<Id>[];
	chosen: Id | null;
	onChoose: (id: Id) => void;
	/** Enter on a chosen chip: go on. */
	onEnter?: () => void;
	describedBy?: string;
}) {
	const name = useId();
	return (
		<fieldset class="wh-chips" {...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}>
			<legend class="wh-chips__legend">{props.legend}</legend>
			<div class="wh-chips__list">
				{props.chips.map((chip) => (
					<label key={chip.id} class="wh-chip">
						<input
							class="wh-chip__input"
							type="radio"
							name={name}
							value={chip.id}
							checked={props.chosen === chip.id}
							onChange={() => props.onChoose(chip.id)}
							onKeyDown={(event) => {
								if (event.key !== 'Enter' || event.isComposing) return;
								event.preventDefault();
								props.onChoose(chip.id);
								props.onEnter?.();
							}}
						/>
						<span class="wh-chip__face">
							<span>{chip.label}</span>
							{chip.note && <span class="wh-chip__note">{chip.note}</span>}
						</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}
