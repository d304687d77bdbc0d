/** A decision on a match: with a reason sealed to the staff of its class, and for terrorism a form of its own. */
import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../contract/problem.ts';
import { reviewVerbs } from '../../../contract/review-verbs.ts';
import type { DecisionId } from '../../../domain/upload/review.ts';
import { usePanel } from '../../panel.ts';
import { longestReason, sealReason } from '../../sealing/reason.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Message } from '../../ui/message.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import { TextArea } from '../../ui/text.tsx';
import type { StepProps } from './one-match.tsx';

export function Decide({ match, keys, say, again }: StepProps) {
	const { services, facts } = usePanel();
	const [reason, setReason] = useState('');
	const [immediate, setImmediate] = useState(false);
	const [pressed, setPressed] = useState(false);
	const [problem, setProblem] = useState<Problem | null>(null);
	const busy = useRef(false);
	const hasThreat = match.class === 'terrorism';
	const isWritten = reason.trim() !== '' && reason.length <= longestReason;
	const asked = match.acts.findLast(({ act }) => act === 'escalate')?.who;
	const decide = async (decision: DecisionId): Promise<void> => {
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
	/** Pressed twice, it is decided once. */
	const press = async (decision: DecisionId): Promise<void> => {
		setPressed(true);
		if (!isWritten || busy.current) return;
		busy.current = true;
		await decide(decision);
		busy.current = false;
	};
	return (
		<section class="wh-section" aria-labelledby="wh-decide">
			<h2 id="wh-decide" class="wh-subheading">
				{say('review-decide')}
			</h2>
			{asked !== undefined && asked === keys?.public.id && <Message>{say('review-you-asked')}</Message>}
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
			<div class="wh-actions">
				<Button action="progressive" onPress={() => void press('confirm')}>
					{say('review-confirm')}
				</Button>
				<Button onPress={() => void press('not-a-match')}>{say('review-not-a-match')}</Button>
				{match.state === 'waiting' && <Button onPress={() => void press('escalate')}>{say('review-escalate')}</Button>}
			</div>
		</section>
	);
}
