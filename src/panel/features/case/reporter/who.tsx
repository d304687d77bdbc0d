/** What a reader is told of who sent a report. */
import { Tag } from '../../../ui/tag.tsx';
import type { CaseWords } from '../words.ts';
import type { Reporter } from './use-reporter.ts';

export function Who({ reporter, say }: { reporter: Reporter; say: CaseWords }) {
	if (reporter.mode !== 'named') return <p>{say(`who-${reporter.mode}`)}</p>;
	const { user, attested } = reporter;
	return (
		<p>
			{say('who-named', user)}{' '}
			{attested !== undefined && (
				<Tag kind={attested ? 'success' : 'warning'}>{say(attested ? 'who-confirmed' : 'who-unconfirmed')}</Tag>
			)}
		</p>
	);
}
