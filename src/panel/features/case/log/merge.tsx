/** What stands against a change: what came between, with the choice to go on, or why it cannot be made. */
import type { CaseEvent, Conflict } from '../../../../contract/case-event.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { Message } from '../../../ui/message.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { eventWords } from './event-words.ts';
import type { Change } from './use-change.ts';
import { useColleagues } from './use-colleagues.ts';
import { useLogWords } from './words.ts';

function Between({ events, change }: { events: readonly CaseEvent[]; change: Change | null }) {
	const { words } = usePanel();
	const say = useLogWords();
	const colleagues = useColleagues();
	if (!say) return null;
	const nameOf = (key: string): string => colleagues?.nameOf(key) ?? say('log-somebody');
	const actorOf = (key: string): string => (colleagues?.service[key] ? say('log-service') : nameOf(key));
	return (
		<Message type="warning" live>
			<p class="wh-name">{say('log-merge')}</p>
			<p>{say('log-merge-help')}</p>
			<ul class="wh-list">
				{events.map((event) => (
					<li key={event.seq} class="wh-line">
						<time class="wh-small" dateTime={event.at}>
							{words.time(event.at)}
						</time>
						<span class="wh-name">{actorOf(event.by)}</span>
						<span>{eventWords(event, { say, words, nameOf })}</span>
					</li>
				))}
			</ul>
			{change && (
				<div class="wh-actions">
					<Button action="progressive" onPress={() => void change.anyway()}>
						{say('log-merge-go')}
					</Button>
					<Button onPress={change.leave}>{say('log-merge-leave')}</Button>
				</div>
			)}
		</Message>
	);
}

/** `change`: with the choice to go on; without it the button that was pressed is still there. */
export function ConflictMessage({ conflict, change = null }: { conflict: Conflict; change?: Change | null }) {
	const say = useLogWords();
	if (!say) return null;
	return conflict.why === 'stale' ? (
		<Between events={conflict.changed.map(({ event }) => event)} change={change} />
	) : (
		<Message live>{say(`log-${conflict.why}`)}</Message>
	);
}

export function Merge({ change }: { change: Change }) {
	const { problem, conflict } = change;
	if (problem) return <ProblemMessage problem={problem} />;
	return conflict && <ConflictMessage conflict={conflict} change={change} />;
}
