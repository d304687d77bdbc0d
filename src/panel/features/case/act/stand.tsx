/** The first words of what took the place of a pressed button: they get the focus, which would be lost with the button. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export function Stand({ strong = false, children }: { strong?: boolean; children: ComponentChildren }) {
	const ref = useRef<HTMLParagraphElement>(null);
	useLayoutEffect(() => ref.current?.focus(), []);
	return (
		<p tabIndex={-1} ref={ref}>
			{strong ? <strong>{children}</strong> : children}
		</p>
	);
}
