/** What a decision still lacks. */
import { Message } from '../../../ui/message.tsx';
import type { Missing } from './use-form.ts';
import type { DecideWords } from './words.ts';

export function MissingParts({ missing, say }: { missing: readonly Missing[]; say: DecideWords }) {
	if (missing.length === 0) return null;
	return (
		<Message type="warning" live>
			<p>{say('decide-missing')}</p>
			<ul>
				{missing.map((one) => (
					<li key={one}>{say(`decide-missing-${one}`)}</li>
				))}
			</ul>
		</Message>
	);
}
