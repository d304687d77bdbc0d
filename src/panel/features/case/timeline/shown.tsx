/** A timeline that was read: picture, words, pages, and the same as a table. */
import { useMemo, useState } from 'preact/hooks';
import type { Timeline } from '../../../../engines/timeline/timeline.ts';
import { usePanel } from '../../../panel.ts';
import { Accordion } from '../../../ui/accordion.tsx';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { around, shownTimeline, type Window } from './choice.ts';
import { Events } from './events.tsx';
import { Hiding, type Hidings } from './hiding.tsx';
import type { Read } from './interactions.tsx';
import { Measures } from './measures.tsx';
import { Picture } from './picture.tsx';
import type { MeasureWords, ViewWords } from './words.ts';

const none: Hidings = { pages: [], namespaces: [] };

/** What matters first: where most of it happened, and a way to look at that alone. */
function First(props: { timeline: Timeline; shown: Window; onWindow: (window: Window) => void; say: ViewWords }) {
	const { timeline, shown, onWindow, say } = props;
	const { words } = usePanel();
	const { stretch, events } = timeline;
	if (!stretch) return <p>{say('view-nothing')}</p>;
	const window = around(stretch, shown);
	return (
		<>
			<p>{say('view-stretch', words.time(stretch.from), words.time(stretch.to), stretch.events, events.length)}</p>
			{window.to - window.from < (shown.to - shown.from) / 2 && (
				<Button size="small" onPress={() => onWindow(window)}>
					{say('view-stretch-only')}
				</Button>
			)}
		</>
	);
}

export function Shown(props: {
	read: Read;
	window: Window;
	onWindow: (window: Window) => void;
	say: ViewWords;
	measure: MeasureWords;
}) {
	const { facts, words } = usePanel();
	const { read, window, onWindow, say } = props;
	const [hidden, setHidden] = useState(none);
	const timeline = useMemo(() => {
		const sets = { pages: new Set(hidden.pages), namespaces: new Set(hidden.namespaces) };
		return shownTimeline(read.material, read.users, window, sets, {
			index: `${facts.wiki}/index.php`,
			now: Date.now(),
		});
	}, [read, window.from, window.to, hidden]);
	const { lacking } = read.material;
	const whole = window.from === read.range.from && window.to === read.range.to;
	return (
		<>
			<First timeline={timeline} shown={window} onWindow={onWindow} say={say} />
			{!whole && (
				<Button size="small" onPress={() => onWindow(read.range)}>
					{say('view-whole')}
				</Button>
			)}
			{timeline.events.length > 0 && <Picture timeline={timeline} users={read.users} window={window} say={say} />}
			{lacking.length > 0 && (
				<Message>{say('view-lacking', words.list(lacking.map((one) => say(`lacking-${one}`))))}</Message>
			)}
			<div class="wh-accordions">
				<Accordion title={say('view-following')} open>
					<Measures measures={timeline.measures} say={say} measure={props.measure} />
				</Accordion>
				<Accordion title={say('view-pages', timeline.pages.length)}>
					<Hiding pages={timeline.pages} hidden={hidden} onHide={setHidden} say={say} />
				</Accordion>
				<Accordion title={say('view-table', timeline.events.length)}>
					<Events events={timeline.events} say={say} />
				</Accordion>
			</div>
		</>
	);
}
