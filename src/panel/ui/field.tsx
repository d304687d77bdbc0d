/** Codex field: a label, a help text and what was wrong, tied to one control. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export function Field({
	label,
	help,
	error,
	children,
}: {
	label: string;
	help?: string | undefined;
	error?: string | undefined;
	/** Gets the ids to wear: `id`, and `describedBy` for help and error. */
	children: (ids: { id: string; describedBy: string }) => ComponentChildren;
}) {
	const id = useId();
	return (
		<div class="cdx-field">
			<div class="cdx-label">
				<label class="cdx-label__label" for={id}>
					<span class="cdx-label__label__text">{label}</span>
				</label>
			</div>
			<div class="cdx-field__control">{children({ id, describedBy: `${id}-help ${id}-error` })}</div>
			<div class="cdx-field__help-text" id={`${id}-help`}>
				{help}
			</div>
			<div class="cdx-field__validation-message wh-field__error" id={`${id}-error`} role="alert">
				{error}
			</div>
		</div>
	);
}
