/** A decision on a match: with a reason sealed to the staff of its class, and for terrorism a form of its own. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../contract/problem.ts';
import { reviewVerbs } from '../../../contract/review-verbs.ts';
import type { DecisionId } from '../../../domain/upload/review.ts';
import { usePanel } from '../../panel.ts';
import { longestReason, sealReason } from '../../sealing/reason.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { TextArea } from '../../ui/text.tsx';
import type { StepProps } from './one-match.tsx';

export function Decide({ match, say, again }: StepProps) {
	const { services, facts } = usePanel();
	const [reason, setReason] = useState('');
	const [immediate, setImmediate] = useState(false);
	const [pressed, setPressed] = useState(false);
	const [problem, setProblem] = useState<Problem | null>(null);
	const hasThreat = match.class === 'terrorism';
	const isWritten = reason.trim() !== '' && reason.length <= longestReason;
	const decide = async (decision: DecisionId): Promise<void> => {
		setPressed(true);
		if (!isWritten) return;
		const keeper = services.keeperFor(reviewVerbs);
		const staff = await keeper.call('reviewKeys', { wiki: facts.wiki, class: match.class });
		if (!staff.ok) return setProblem(staff);
		if (staff.value.keys.length === 0) return setProblem({ problem: 'no-recipients', params: [] });
		const ages = staff.value.keys.map(({ age }) => age);
		const sealed = await sealReason(match.id, reason, ages);
		const threat = hasThreat && decision === 'confirm' ? { threat: { immediate, grounds: sealed } } : {};
		const done = await keeper.call('uploadDecide', {
			wiki: facts.wiki,
			id: match.id,
			decision,
			reason: sealed,
			...threat,
		});
		setProblem(done.ok ? null : done);
		if (done.ok || done.problem === 'conflict') again();
	};
	return (
		<section class="wh-section" aria-labelledby="wh-decide">
			<h2 id="wh-decide" class="wh-subheading">
				{say('review-decide')}
			</h2>
			<TextArea
				label={say('review-reason')}
				help={say('review-reason-help')}
				error={pressed && !isWritten ? say('review-reason-first') : undefined}
				rows={3}
				value={reason}
				onText={setReason}
			/>
			{hasThreat && <Checkbox label={say('review-threat')} checked={immediate} onCheck={setImmediate} />}
			{problem && <ProblemMessage problem={problem} />}
			<p class="wh-small">{say('review-confirm-help')}</p>
			<Button action="progressive" onPress={() => void decide('confirm')}>
				{say('review-confirm')}
			</Button>{' '}
			<Button onPress={() => void decide('not-a-match')}>{say('review-not-a-match')}</Button>{' '}
			{match.state === 'waiting' && <Button onPress={() => void decide('escalate')}>{say('review-escalate')}</Button>}
		</section>
	);
}
