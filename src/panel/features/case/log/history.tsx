/** Everything that happened to a report, with who did it, and what does not hold. */
import { usePanel } from '../../../panel.ts';
import { Message } from '../../../ui/message.tsx';
import { eventWords } from './event-words.ts';
import type { OpenedEvent } from './open.ts';
import type { LogWords } from './words.ts';

export function History(props: {
	events: readonly OpenedEvent[];
	nameOf: (key: string) => string | null;
	say: LogWords;
}) {
	const { words } = usePanel();
	const { events, say } = props;
	const nameOf = (key: string): string => props.nameOf(key) ?? say('log-somebody');
	return (
		<ol class="wh-list wh-history">
			{events.map(({ event, actor, service, verified, unknown }) => (
				<li key={event.seq}>
					<p class="wh-line">
						<time class="wh-small" dateTime={event.at}>
							{words.time(event.at)}
						</time>
						<span class="wh-name">{service ? say('log-service') : (actor ?? nameOf(event.by))}</span>
						<span>{eventWords(event, { say, words, nameOf })}</span>
					</p>
					{unknown && <p class="wh-small">{say('log-unknown')}</p>}
					{!verified && !unknown && <Message type="warning">{say('log-broken')}</Message>}
				</li>
			))}
		</ol>
	);
}
