/** Codex text input and text area inside their field. */
import '../style/texts.ts';
import { Field } from './field.tsx';

interface TextProps {
	label: string;
	help?: string;
	error?: string | undefined;
	value: string;
	onText: (text: string) => void;
}

export function TextArea({ rows = 5, ...props }: TextProps & { rows?: number }) {
	return (
		<Field label={props.label} help={props.help} error={props.error}>
			{({ id, describedBy }) => (
				<div class="cdx-text-area">
					<textarea
						id={id}
						class="cdx-text-area__textarea"
						dir="auto"
						rows={rows}
						aria-describedby={describedBy}
						aria-invalid={props.error !== undefined}
						value={props.value}
						onInput={(event) => props.onText(event.currentTarget.value)}
					/>
				</div>
			)}
		</Field>
	);
}

export function TextInput({
	hidden = false,
	onEnter,
	...props
}: TextProps & { hidden?: boolean; maxLength?: number; onEnter?: () => void }) {
	return (
		<Field label={props.label} help={props.help} error={props.error}>
			{({ id, describedBy }) => (
				<div class="cdx-text-input">
					<input
						id={id}
						class="cdx-text-input__input"
						{...(hidden ? { type: 'password' as const } : { type: 'text' as const })}
						dir="auto"
						autocomplete="off"
						spellcheck={false}
						maxLength={props.maxLength}
						aria-describedby={describedBy}
						value={props.value}
						onInput={(event) => props.onText(event.currentTarget.value)}
						onKeyDown={(event) => {
							// An Enter that ends an input method's composition is not the person's own.
							if (event.key === 'Enter' && !event.isComposing) onEnter?.();
						}}
					/>
				</div>
			)}
		</Field>
	);
}
