/** Codex accordion: native details and summary. */
import type { ComponentChildren } from 'preact';
import '../style/accordion.ts';

export function Accordion({
	title,
	description,
	open = false,
	onToggle,
	children,
}: {
	title: string;
	description?: string;
	open?: boolean;
	onToggle?: (open: boolean) => void;
	children: ComponentChildren;
}) {
	return (
		<details
			class="cdx-accordion cdx-accordion--separation-outline wh-accordion"
			open={open}
			onToggle={(event) => onToggle?.(event.currentTarget.open)}
		>
			<summary>
				<span class="cdx-accordion__header">
					<span class="cdx-accordion__header__title">{title}</span>
					{description && <span class="cdx-accordion__header__description">{description}</span>}
				</span>
			</summary>
			<div class="cdx-accordion__content">{children}</div>
		</details>
	);
}
