/** Codex select inside its field: the browser's own list. */
import '../../../style/texts.ts';
import { Field } from '../../../ui/field.tsx';

export interface Option {
	readonly id: string;
	readonly label: string;
}

/** `none`: what stands for no choice; without it there always is one. */
export function Select(props: {
	label: string;
	none?: string;
	options: readonly Option[];
	chosen: string | null;
	onChoose: (id: string | null) => void;
}) {
	const { label, none, options, chosen } = props;
	return (
		<Field label={label}>
			{({ id, describedBy }) => (
				<select
					id={id}
					class="cdx-select"
					aria-describedby={describedBy}
					value={chosen ?? ''}
					onChange={(event) => props.onChoose(event.currentTarget.value || null)}
				>
					{none !== undefined && <option value="">{none}</option>}
					{options.map((option) => (
						<option key={option.id} value={option.id}>
							{option.label}
						</option>
					))}
				</select>
			)}
		</Field>
	);
}
