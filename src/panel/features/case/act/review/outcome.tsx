/** How far one step of the plan has come. */
import type { Problem } from '../../../../../contract/problem.ts';
import { usePanel } from '../../../../panel.ts';
import { Message } from '../../../../ui/message.tsx';
import { Tag } from '../../../../ui/tag.tsx';
import type { Job } from '../run.ts';
import type { ActWords } from '../words.ts';
import { nowInWords, type Said } from './in-words.ts';
import { refusedWords } from './refused.ts';

export function Outcome({ job, running, said }: { job: Job; running: boolean; said: Said }) {
	const { words } = usePanel();
	const { say } = said;
	const { done, logged, changed, problem } = job;
	if (changed) {
		return (
			<Message type="warning" live>
				<p>{say('act-changed')}</p>
				{nowInWords(changed, said).map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
			</Message>
		);
	}
	return (
		<>
			{done && (
				<p>
					<Tag kind="success">{say(done.already ? 'act-done-before' : 'act-done')}</Tag>{' '}
					{done.until && say('act-until', words.time(done.until))}
				</p>
			)}
			{problem && <Refused problem={problem} done={done !== null} say={say} />}
			{!done && !problem && running && !logged && <p class="wh-small">{say('act-doing')}</p>}
		</>
	);
}

export function Refused({ problem, done, say }: { problem: Problem; done: boolean; say: ActWords }) {
	return (
		<Message type="warning" live>
			{done ? say('act-unlogged') : refusedWords(problem, say)}
		</Message>
	);
}
