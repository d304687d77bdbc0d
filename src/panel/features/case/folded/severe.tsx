/** What may be hard to read: all that opens in it is folded, and each opening is counted. */
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { Opened } from './care.tsx';

/** Counts the folded pieces that are opened inside, wherever they come from. */
export function Severe({ when, children }: { when: boolean; children: ComponentChildren }) {
	const place = useRef<HTMLDivElement>(null);
	const opened = useContext(Opened);
	useEffect(() => {
		const inside = place.current;
		if (!when || !inside) return;
		const tell = ({ target }: Event): void => {
			if (target instanceof HTMLDetailsElement && target.open) opened();
		};
		// This event does not rise.
		inside.addEventListener('toggle', tell, true);
		return () => inside.removeEventListener('toggle', tell, true);
	}, [when]);
	return (
		<div class="wh-case" ref={place}>
			{children}
		</div>
	);
}
