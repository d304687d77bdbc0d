/** The picture: a lane for each person, a shape for each event, lines to whom it is aimed at; one event at a time in words. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { cdxIconNext, cdxIconPrevious } from '@wikimedia/codex-icons';
import type { EventType } from '../../../../engines/timeline/event.ts';
import type { Timeline } from '../../../../engines/timeline/timeline.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { WikiLink } from '../../../ui/link.tsx';
import type { Window } from './choice.ts';
import { layoutOf, shapes, width } from './layout.ts';
import { whatInWords } from './what.ts';
import type { ViewWords } from './words.ts';

function Legend({ types, say }: { types: ReadonlyMap<EventType, number>; say: ViewWords }) {
	return (
		<ul class="wh-legend">
			{[...types].map(([type, count]) => (
				<li key={type}>
					<svg class="wh-legend__mark" viewBox="-10 -10 20 20" aria-hidden="true">
						<path class={`wh-mark wh-mark--${type}`} d={shapes[type]} />
					</svg>
					{say(`kind-of-${type}`, count)}
				</li>
			))}
		</ul>
	);
}

export function Picture(props: { timeline: Timeline; users: readonly string[]; window: Window; say: ViewWords }) {
	const { facts, words } = usePanel();
	const { timeline, users, window, say } = props;
	const { events, stretch } = timeline;
	const [chosen, setChosen] = useState(0);
	const layout = useMemo(
		() => layoutOf(events, users, window, stretch, facts.dir),
		[events, users, window.from, window.to, stretch, facts.dir],
	);
	useEffect(
		() =>
			setChosen(
				Math.max(
					0,
					events.findIndex(({ at }) => at === stretch?.from),
				),
			),
		[events],
	);
	const types = useMemo(() => {
		const counts = new Map<EventType, number>();
		for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1);
		return counts;
	}, [events]);
	const at = Math.min(chosen, events.length - 1);
	const event = events[at];
	const here = layout.marks.find((mark) => mark.at === at);
	return (
		<div class="wh-picture">
			{/* The table below says the same to those who hear it. */}
			<svg viewBox={`0 0 ${width} ${layout.height}`} aria-hidden="true">
				{layout.stretch && (
					<rect
						class="wh-stretch"
						x={layout.stretch[0]}
						width={layout.stretch[1] - layout.stretch[0]}
						y="0"
						height={layout.height}
					/>
				)}
				{layout.lanes.map(({ name, y }) => (
					<g key={name}>
						<line class="wh-lane" x1="0" x2={width} y1={y} y2={y} />
						<text class="wh-lane__name" x={facts.dir === 'rtl' ? width : 0} y={y - 14}>
							{name}
						</text>
					</g>
				))}
				{layout.marks.map(({ at: n, type, x, y, to }) => (
					<g key={n} class="wh-event" onClick={() => setChosen(n)}>
						{to !== null && <line class={`wh-aim wh-aim--${type}`} x1={x} x2={x} y1={y} y2={to} />}
						<path class={`wh-mark wh-mark--${type}`} d={shapes[type]} transform={`translate(${x} ${y})`} />
					</g>
				))}
				{here && <circle class="wh-here" cx={here.x} cy={here.y} r="10" />}
			</svg>
			<p class="wh-picture__ends wh-small">
				<time dateTime={new Date(window.from).toISOString()}>{words.time(new Date(window.from).toISOString())}</time>
				<time dateTime={new Date(window.to).toISOString()}>{words.time(new Date(window.to).toISOString())}</time>
			</p>
			<Legend types={types} say={say} />
			{event && (
				<div class="wh-card">
					<div class="wh-actions">
						<Button
							icon={cdxIconPrevious}
							iconTurns
							label={say('view-earlier')}
							disabled={at === 0}
							onPress={() => setChosen(at - 1)}
						/>
						<Button
							icon={cdxIconNext}
							iconTurns
							label={say('view-later')}
							disabled={at === events.length - 1}
							onPress={() => setChosen(at + 1)}
						/>
						<span class="wh-small">{say('view-place', at + 1, events.length)}</span>
					</div>
					<div aria-live="polite">
						<p>
							{whatInWords(event, say)} <time dateTime={event.at}>{words.time(event.at)}</time>
						</p>
						<p>
							<WikiLink url={event.link}>
								<bdi>{event.page}</bdi>
							</WikiLink>
						</p>
					</div>
				</div>
			)}
		</div>
	);
}
