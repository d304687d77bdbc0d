/** Codex message: a notice, warning, error or success, said to assistive technology as it appears. */
import type { ComponentChildren } from 'preact';

export type MessageType = 'notice' | 'warning' | 'error' | 'success';

export function Message({
	type = 'notice',
	live = false,
	children,
}: {
	type?: MessageType;
	/** Appears because something happened, so it is read out. */
	live?: boolean;
	children: ComponentChildren;
}) {
	return (
		<div
			class={`cdx-message cdx-message--block cdx-message--${type} wh-message`}
			{...(live ? { role: type === 'error' ? 'alert' : 'status' } : {})}
		>
			{/* Codex gives every icon that is in Arabic the shape of its notice: only a notice is in the page's language. */}
			<span class="cdx-message__icon" lang={type === 'notice' ? undefined : 'zxx'} />
			<div class="cdx-message__content">{children}</div>
		</div>
	);
}
