/** A case's log on the screen: notes for handlers, and everything that happened. */
import { Accordion } from '../../../ui/accordion.tsx';
import { History } from './history.tsx';
import { Notes } from './notes.tsx';
import type { CaseLog } from './use-case-log.ts';
import { useLogWords } from './words.ts';

export function LogView({ log }: { log: CaseLog }) {
	const say = useLogWords();
	if (!say) return null;
	return (
		<>
			<Notes log={log} say={say} />
			<div class="wh-accordions">
				<Accordion title={say('log-history')}>
					<p class="wh-small">{say('log-history-help')}</p>
					<History events={log.events} nameOf={log.nameOf} say={say} />
				</Accordion>
			</div>
		</>
	);
}
