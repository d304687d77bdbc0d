/** Codex checkbox. */
import { useId } from 'preact/hooks';
import '../style/checkbox.ts';

export function Checkbox({
	label,
	checked,
	onCheck,
}: {
	label: string;
	checked: boolean;
	onCheck: (on: boolean) => void;
}) {
	const id = useId();
	return (
		<div class="cdx-checkbox">
			<div class="cdx-checkbox__wrapper">
				<input
					id={id}
					class="cdx-checkbox__input"
					type="checkbox"
					checked={checked}
					onChange={(event) => onCheck(event.currentTarget.checked)}
				/>
				<span class="cdx-checkbox__icon" />
				<div class="cdx-checkbox__label cdx-label">
					<label class="cdx-label__label" for={id}>
						<span class="cdx-label__label__text">{label}</span>
					</label>
				</div>
			</div>
		</div>
	);
}
