/** The events as a table: the same that the picture shows, for reading and for screen readers. */
import { useState } from 'preact/hooks';
import type { TimelineEvent } from '../../../../engines/timeline/event.ts';
import { usePanel } from '../../../panel.ts';
import { Button } from '../../../ui/button.tsx';
import { WikiLink } from '../../../ui/link.tsx';
import { whatInWords } from './what.ts';
import type { ViewWords } from './words.ts';

/** Rows at once. */
const portion = 100;

export function Events({ events, say }: { events: readonly TimelineEvent[]; say: ViewWords }) {
	const { words } = usePanel();
	const [shown, setShown] = useState(portion);
	const rows = events.slice(0, shown);
	return (
		<>
			<table class="wh-events">
				<caption class="wh-hidden">{say('view-table', events.length)}</caption>
				<thead>
					<tr>
						<th scope="col">{say('view-when')}</th>
						<th scope="col">{say('view-what')}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map((event) => (
						<tr key={`${event.type} ${event.revision ?? event.log} ${event.target ?? ''}`}>
							<td>
								<time dateTime={event.at}>{words.time(event.at)}</time>
							</td>
							<td>
								{whatInWords(event, say)}:{' '}
								<WikiLink url={event.link}>
									<bdi>{event.page}</bdi>
								</WikiLink>
							</td>
						</tr>
					))}
				</tbody>
			</table>
			{rows.length < events.length && (
				<Button onPress={() => setShown(shown + portion)}>{say('view-more', events.length - rows.length)}</Button>
			)}
		</>
	);
}
