/** The picture of a match, drawn on a canvas where it was asked for: grey, blurred at first, and gone when it is hidden. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { fromBase64 } from '../../../contract/bytes.ts';
import type { Problem } from '../../../contract/problem.ts';
import { reviewVerbs } from '../../../contract/review-verbs.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import type { Match } from './one-match.tsx';
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

function Drawn({ bitmap, say, onHide }: { bitmap: ImageBitmap; say: ReviewWords; onHide: () => void }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const [clear, setClear] = useState(false);
	useEffect(() => {
		if (canvas.current) paint(canvas.current, bitmap, clear);
	}, [bitmap, clear]);
	useEffect(() => () => bitmap.close(), [bitmap]);
	return (
		<>
			<canvas ref={canvas}>{say('review-picture')}</canvas>
			<p>
				<Button onPress={() => setClear(!clear)}>{say(clear ? 'review-blur' : 'review-clear')}</Button>{' '}
				<Button onPress={onHide}>{say('review-hide')}</Button>
			</p>
		</>
	);
}

export function Picture({ match, say }: { match: Match; say: ReviewWords }) {
	const { services, facts } = usePanel();
	const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
	const [told, setTold] = useState<Problem | 'gone' | null>(null);
	const [seen, setSeen] = useState(match.exposures);
	const look = async (): Promise<void> => {
		const asked = await services
			.keeperFor(reviewVerbs)
			.call('uploadLook', { wiki: facts.wiki, id: match.id, what: 'picture' });
		if (!asked.ok) return setTold(asked);
		setSeen(asked.value.exposures);
		const { picture } = asked.value;
		const drawn = picture === null ? null : await createImageBitmap(new Blob([fromBase64(picture)])).catch(() => null);
		setTold(drawn ? null : 'gone');
		setBitmap(drawn);
	};
	return (
		<section aria-labelledby="wh-picture">
			<h2 id="wh-picture" class="wh-subheading">
				{say('review-picture')}
			</h2>
			{bitmap ? (
				<Drawn bitmap={bitmap} say={say} onHide={() => setBitmap(null)} />
			) : (
				<Button onPress={() => void look()}>{say('review-look')}</Button>
			)}
			{told === 'gone' ? <p>{say('review-gone')}</p> : told && <ProblemMessage problem={told} />}
			<p class="wh-small">{say('review-look-help', String(seen))}</p>
		</section>
	);
}
