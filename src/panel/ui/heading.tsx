/** The first heading of a view; takes the focus when the view appears, so that reading starts there. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export function ViewHeading({ children }: { children: ComponentChildren }) {
	const ref = useRef<HTMLHeadingElement>(null);
	useEffect(() => ref.current?.focus({ preventScroll: true }), []);
	return (
		<h1 class="wh-heading" tabIndex={-1} ref={ref}>
			{children}
		</h1>
	);
}
