/** "I should not handle this": the reason in the log, and then the own access is gone. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../contract/problem.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemMessage } from '../../../ui/problem.tsx';
import { TextArea } from '../../../ui/text.tsx';
import type { Reader } from './readers.ts';
import type { TeamProps } from './team.tsx';
import { useReason } from './use-reason.ts';

export function Recuse(props: TeamProps & { others: readonly Reader[]; own: readonly string[] }) {
	const { log, others, own, onLeft, say } = props;
	const [problem, setProblem] = useState<Problem | null>(null);
	const reason = useReason(log.row.id, say);
	const leave = async (): Promise<void> => {
		const body = reason.take();
		if (!body) return;
		const left = await log.write({ kind: 'revoke', data: { keys: [...own] }, body });
		if (!left.ok) return setProblem(left);
		onLeft();
	};
	// Nobody is left who could even hand it on.
	if (others.length === 0) return <p>{say('recuse-last')}</p>;
	return (
		<>
			<p>{say('recuse-help')}</p>
			<TextArea
				label={say('why')}
				help={say('why-help')}
				error={reason.error}
				rows={2}
				value={reason.text}
				onText={reason.setText}
			/>
			{problem && <ProblemMessage problem={problem} />}
			<Button action="destructive" onPress={() => void leave()}>
				{say('recuse-do')}
			</Button>
		</>
	);
}
