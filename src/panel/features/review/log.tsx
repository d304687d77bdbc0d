/** Everything that anybody did with a match, looks as well, with the reasons that this device can open. */
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../../panel.ts';
import { openReason } from '../../sealing/reason.ts';
import type { StepProps } from './one-match.tsx';

function Reason({ box, match, keys, say }: Pick<StepProps, 'match' | 'keys' | 'say'> & { box: string }) {
	const [text, setText] = useState<string | null | undefined>(undefined);
	useEffect(() => {
		let wanted = true;
		const open = async (): Promise<void> => {
			const found = keys ? await openReason(box, match.id, keys).catch(() => null) : null;
			if (wanted) setText(found);
		};
		void open();
		return () => {
			wanted = false;
		};
	}, [box, keys]);
	if (text === undefined) return null;
	return <p dir="auto">{text ?? say('review-unreadable')}</p>;
}

const acts = [
	'look-metadata',
	'look-picture',
	'take-preserved',
	'confirm',
	'not-a-match',
	'escalate',
	'threat-immediate',
	'threat-none',
	'report-prepared',
	'report-sent',
	'report-finished',
	'report-retracted',
] as const;

/** By its own name where it is of a later version. */
function wordsOf(act: string, say: StepProps['say']): string {
	const known = acts.find((one) => one === act);
	return known ? say(`review-act-${known}`) : act;
}

export function Log({ match, keys, say }: StepProps) {
	const { words } = usePanel();
	return (
		<section class="wh-section" aria-labelledby="wh-acts">
			<h2 id="wh-acts" class="wh-subheading">
				{say('review-log')}
			</h2>
			<ul>
				{match.acts.map(({ at, who, act, box }, n) => (
					<li key={n}>
						{words.time(at)} {who === keys?.public.id ? say('review-you') : <code>{who}</code>}:{' '}
						<bdi>{wordsOf(act, say)}</bdi>
						{box !== null && <Reason box={box} match={match} keys={keys} say={say} />}
					</li>
				))}
			</ul>
		</section>
	);
}
