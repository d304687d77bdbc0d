/** A word or two about something, in a small frame. */
import type { ComponentChildren } from 'preact';

export function Tag({
	kind = 'notice',
	children,
}: {
	kind?: 'notice' | 'success' | 'warning' | 'error';
	children: ComponentChildren;
}) {
	return <span class={`wh-tag wh-tag--${kind}`}>{children}</span>;
}
