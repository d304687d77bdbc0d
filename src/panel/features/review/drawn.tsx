/** A picture on a canvas: grey, blurred at first, blurred again when nobody looks, and gone by Escape. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import type { ReviewWords } from './words.ts';

/** Dots: across when shown, and across of what is left of it when blurred. */
const shownWide = 360;
const blurredWide = 14;

/** By drawing it tiny and large again: a filter that a browser lacks would show it as it is. */
function paint(canvas: HTMLCanvasElement, bitmap: ImageBitmap, clear: boolean): void {
	const high = Math.max(1, Math.round((bitmap.height * shownWide) / bitmap.width));
	canvas.width = shownWide;
	canvas.height = Math.min(high, shownWide * 2);
	const context = canvas.getContext('2d');
	const wide = clear ? shownWide : blurredWide;
	const small = new OffscreenCanvas(wide, Math.max(1, Math.round((canvas.height * wide) / shownWide)));
	const inner = small.getContext('2d');
	if (!context || !inner) return;
	inner.drawImage(bitmap, 0, 0, small.width, small.height);
	// Without any colour.
	inner.globalCompositeOperation = 'saturation';
	inner.fillStyle = 'black';
	inner.fillRect(0, 0, small.width, small.height);
	context.drawImage(small, 0, 0, canvas.width, canvas.height);
}

export function Drawn({ bitmap, say, onHide }: { bitmap: ImageBitmap; say: ReviewWords; onHide: () => void }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const hide = useRef<HTMLButtonElement>(null);
	const [clear, setClear] = useState(false);
	useEffect(() => {
		if (canvas.current) paint(canvas.current, bitmap, clear);
	}, [bitmap, clear]);
	useEffect(() => () => bitmap.close(), [bitmap]);
	useEffect(() => {
		const life = new AbortController();
		const { signal } = life;
		const escape = (event: KeyboardEvent): void => {
			if (event.key !== 'Escape' || event.isComposing) return;
			// The panel's own Escape comes after: the picture goes first, the panel stays.
			event.preventDefault();
			onHide();
		};
		document.addEventListener('keydown', escape, { signal, capture: true });
		document.addEventListener('visibilitychange', () => document.hidden && setClear(false), { signal });
		// What was pressed is gone; the way out is what lies under the finger.
		hide.current?.focus();
		return () => life.abort();
	}, []);
	return (
		<>
			<canvas class="wh-reviewed" ref={canvas}>
				{say('review-picture')}
			</canvas>
			<div class="wh-actions">
				<Button innerRef={hide} onPress={onHide}>
					{say('review-hide')}
				</Button>
				<Button onPress={() => setClear(!clear)}>{say(clear ? 'review-blur' : 'review-clear')}</Button>
			</div>
			<p class="wh-small">{say('review-escape')}</p>
		</>
	);
}
