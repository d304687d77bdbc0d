/** The one question after a report was closed. */
import { useId, useState } from 'preact/hooks';
import { feedbackAnswers, type ReportStatus } from '../../../contract/follow.ts';
import type { Problem } from '../../../contract/problem.ts';
import { reporterVerbs } from '../../../contract/reporter-verbs.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import type { FollowWords } from './words.ts';

export function Feedback({ status, say }: { status: ReportStatus; say: FollowWords }) {
	const { services } = usePanel();
	const [answer, setAnswer] = useState(status.feedback);
	const [problem, setProblem] = useState<Problem | null>(null);
	const heading = useId();
	const give = async (chosen: NonNullable<typeof answer>): Promise<void> => {
		const outcome = await services.keeperFor(reporterVerbs).call('feedback', { id: status.id, answer: chosen });
		setProblem(outcome.ok ? null : outcome);
		if (outcome.ok) setAnswer(chosen);
	};
	return (
		<section class="wh-section" aria-labelledby={heading}>
			<h2 id={heading} class="wh-subheading">
				{say('follow-feedback')}
			</h2>
			<p class="wh-small" aria-live="polite">
				{answer ? say('follow-feedback-thanks', say(`follow-feedback-${answer}`)) : say('follow-feedback-help')}
			</p>
			{!answer && (
				<div class="wh-actions">
					{feedbackAnswers.map((one) => (
						<Button key={one} onPress={() => void give(one)}>
							{say(`follow-feedback-${one}`)}
						</Button>
					))}
				</div>
			)}
			{problem && <ProblemMessage problem={problem} />}
		</section>
	);
}
