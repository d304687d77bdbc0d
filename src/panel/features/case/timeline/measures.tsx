/** Who came after whom, in words, with how unsure that is: never a verdict. */
import type { Measure } from '../../../../engines/timeline/hounding/model.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import type { Words } from '../../../words/words.ts';
import type { MeasureWords, ViewWords } from './words.ts';

/** Two or three sentences and, where it reads as more than chance, one that calls for care. */
function inWords(measure: Measure, say: MeasureWords, words: Pick<Words, 'number'>): string[] {
	const { of, after, window, appearances, followed, expected, ratio, interval, reading, note } = measure;
	const round = (value: number): string => words.number(Math.round(value * 10) / 10);
	const [low, high] = interval ?? [0, 0];
	return [
		say('timeline-seen', of, appearances, followed, after, window, round(expected)),
		...(ratio === null || followed === 0 ? [] : [say('timeline-ratio', round(ratio), round(low), round(high))]),
		say(`timeline-reading-${reading}`),
		say(note === null ? 'timeline-caution' : `timeline-note-${note}`),
	];
}

/** Two people have two; of more the first says most. */
const shownFirst = 2;

export function Measures({
	measures,
	say,
	measure,
}: {
	measures: readonly Measure[];
	say: ViewWords;
	measure: MeasureWords;
}) {
	const { words } = usePanel();
	const [first, rest] = [measures.slice(0, shownFirst), measures.slice(shownFirst)];
	const said = (one: Measure) => <p key={`${one.of}\n${one.after}`}>{inWords(one, measure, words).join(' ')}</p>;
	return (
		<>
			{first.map(said)}
			{rest.length > 0 && <Accordion title={say('view-other-pairs', rest.length)}>{rest.map(said)}</Accordion>}
		</>
	);
}
