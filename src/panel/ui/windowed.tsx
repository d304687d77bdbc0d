/** A long list of which only the rows in sight are in the document; arrow keys walk it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Of every row, in pixels; the style sheet clips to it. */
const rowHeight = 88;
const overscan = 6;

export function Windowed(props: {
	count: number;
	label: string;
	/** Out of sight for now: the place in the list is remembered. */
	hidden: boolean;
	/** Another `turn` gives the focus to this row, wherever the list is scrolled. */
	goTo?: { readonly at: number; readonly turn: number };
	/** The row that has the focus now, or had it last. */
	onRow?: (at: number) => void;
	row: (at: number) => ComponentChildren;
}) {
	const box = useRef<HTMLDivElement>(null);
	const top = useRef(0);
	const [seen, setSeen] = useState({ first: 0, last: 0 });
	// The row with the focus stays in the document wherever the list is scrolled, else the focus is lost.
	const [focused, setFocused] = useState<number | null>(null);
	const look = (): void => {
		const { current } = box;
		if (!current || props.hidden) return;
		top.current = current.scrollTop;
		const first = Math.max(0, Math.floor(current.scrollTop / rowHeight) - overscan);
		const shown = Math.ceil(current.clientHeight / rowHeight) + 2 * overscan;
		const last = Math.min(props.count - 1, first + shown);
		if (first !== seen.first || last !== seen.last) setSeen({ first, last });
	};
	useLayoutEffect(() => {
		const { current } = box;
		if (!current || props.hidden) return;
		// Hiding forgot the place.
		current.scrollTop = top.current;
		current.querySelector<HTMLElement>(`[data-at="${focused ?? -1}"] > *`)?.focus({ preventScroll: true });
	}, [props.hidden]);
	useLayoutEffect(look, [props.count, props.hidden]);
	const wanted = useRef(props.goTo?.turn);
	// Drawn by the second time at the latest: the first one brings the row in sight.
	useLayoutEffect(() => {
		const { current } = box;
		const { goTo } = props;
		if (!current || !goTo || goTo.turn === wanted.current || props.hidden) return;
		const row = current.querySelector<HTMLElement>(`[data-at="${goTo.at}"] > *`);
		if (row) {
			wanted.current = goTo.turn;
			return row.focus();
		}
		current.scrollTop = Math.max(0, goTo.at * rowHeight - current.clientHeight / 2);
		look();
	});
	useEffect(() => {
		window.addEventListener('resize', look);
		return () => window.removeEventListener('resize', look);
	});

	const walk = (event: KeyboardEvent): void => {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		// Asked of the document: keys may repeat faster than rows are drawn.
		const here = document.activeElement?.closest<HTMLElement>('[data-at]')?.dataset.at;
		if (step === undefined || here === undefined) return;
		const target = box.current?.querySelector<HTMLElement>(`[data-at="${Number(here) + step}"] > *`);
		if (!target) return;
		event.preventDefault();
		target.focus();
		// The list may be left by the next key, before it says that it was scrolled.
		look();
	};
	useEffect(() => {
		const { current } = box;
		current?.addEventListener('keydown', walk);
		return () => current?.removeEventListener('keydown', walk);
	});
	const visible = Array.from({ length: Math.max(0, seen.last - seen.first + 1) }, (_, at) => seen.first + at);
	const drawn =
		focused !== null && focused < props.count && !visible.includes(focused) ? [focused, ...visible] : visible;
	return (
		<div class="wh-windowed" ref={box} onScroll={look}>
			<ul class="wh-windowed__list" aria-label={props.label} style={{ blockSize: `${props.count * rowHeight}px` }}>
				{props.count > 0 &&
					drawn
						.sort((one, two) => one - two)
						.map((at) => (
							<li
								key={at}
								class="wh-windowed__row"
								data-at={at}
								aria-setsize={props.count}
								aria-posinset={at + 1}
								style={{ insetBlockStart: `${at * rowHeight}px`, blockSize: `${rowHeight}px` }}
								onFocusCapture={() => {
									setFocused(at);
									props.onRow?.(at);
								}}
							>
								{props.row(at)}
							</li>
						))}
			</ul>
		</div>
	);
}
