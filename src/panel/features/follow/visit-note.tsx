/** Says that a report opened by its return code is not kept here, and offers to keep it. */
import { useState } from 'preact/hooks';
import type { ProblemKey } from '../../../contract/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import type { FollowWords } from './words.ts';

export function VisitNote({ onKeep, say }: { onKeep: () => Promise<void>; say: FollowWords }) {
	const [problem, setProblem] = useState<ProblemKey | null>(null);
	return (
		<Message>
			<p>{say('follow-visit')}</p>
			<Button onPress={() => void onKeep().catch(() => setProblem('storage-failed'))}>{say('follow-keep')}</Button>
			{problem && <ProblemMessage problem={{ problem, params: [] }} />}
		</Message>
	);
}
