/** The first heading of a view; takes the focus when the view appears, so that reading starts there. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export function ViewHeading({ children }: { children: ComponentChildren }) {
	const ref = useRef<HTMLHeadingElement>(null);
	// With the view and not a frame later: who types by then would lose the focus, and with it what is typed.
	useLayoutEffect(() => ref.current?.focus({ preventScroll: true }), []);
	return (
		<h1 class="wh-heading" tabIndex={-1} ref={ref}>
			{children}
		</h1>
	);
}
