/** The picture of a match, where it was asked for, and how many the person has looked at. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fromBase64 } from '../../../contract/bytes.ts';
import type { Problem } from '../../../contract/problem.ts';
import { reviewVerbs } from '../../../contract/review-verbs.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { Drawn } from './drawn.tsx';
import type { Match } from './one-match.tsx';
import type { ReviewWords } from './words.ts';

/** Looks in a day after which a break is spoken of. */
const many = 10;

export function Picture({ match, say }: { match: Match; say: ReviewWords }) {
	const { services, facts } = usePanel();
	const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
	const [told, setTold] = useState<Problem | 'gone' | null>(null);
	const [seen, setSeen] = useState(match.exposures);
	const button = useRef<HTMLButtonElement>(null);
	const [hidden, setHidden] = useState(0);
	/** Pressed twice, it is looked at once: each look is counted. */
	const busy = useRef(false);
	useLayoutEffect(() => {
		if (hidden > 0) button.current?.focus();
	}, [hidden]);
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
	const press = async (): Promise<void> => {
		if (busy.current) return;
		busy.current = true;
		await look();
		busy.current = false;
	};
	const hide = (): void => {
		setBitmap(null);
		setHidden(hidden + 1);
	};
	return (
		<section class="wh-section" aria-labelledby="wh-picture">
			<h2 id="wh-picture" class="wh-subheading">
				{say('review-picture')}
			</h2>
			{bitmap ? (
				<Drawn bitmap={bitmap} say={say} onHide={hide} />
			) : (
				<Button innerRef={button} onPress={() => void press()}>
					{say('review-look')}
				</Button>
			)}
			{told === 'gone' ? <Message live>{say('review-gone')}</Message> : told && <ProblemMessage problem={told} />}
			<p class="wh-small">{say('review-look-help', String(seen))}</p>
			{seen >= many && <Message>{say('review-break', String(seen))}</Message>}
		</section>
	);
}
