/** How far something with many reports has come, and what of it did not go. */
import { Message } from '../ui/message.tsx';
import { ProblemMessage } from '../ui/problem.tsx';
import type { Bulk } from './use-bulk.ts';
import type { TeamWords } from './words.ts';

export function BulkTold({ bulk, say }: { bulk: Bulk; say: TeamWords }) {
	const [first] = bulk.failed;
	return (
		<div aria-live="polite">
			{bulk.state === 'working' && <p>{say('bulk-working', bulk.done, bulk.of)}</p>}
			{bulk.state === 'done' && bulk.failed.length === 0 && (
				<Message type="success">{say('bulk-done', bulk.of)}</Message>
			)}
			{bulk.state === 'done' && first && (
				<>
					<Message type="warning">{say('bulk-failed', bulk.failed.length)}</Message>
					<ProblemMessage problem={first} />
				</>
			)}
		</div>
	);
}
