/** Taking a report back: says what that does, and asks once. */
import { useState } from 'preact/hooks';
import type { Problem } from '../../../contract/problem.ts';
import { reporterVerbs } from '../../../contract/reporter-verbs.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';
import type { FollowWords } from './words.ts';

export function Withdraw({ id, again, say }: { id: string; again: () => void; say: FollowWords }) {
	const { services, t } = usePanel();
	const [asked, setAsked] = useState(false);
	const [problem, setProblem] = useState<Problem | null>(null);
	const withdraw = async (): Promise<void> => {
		const outcome = await services.keeperFor(reporterVerbs).call('withdraw', { id });
		setAsked(false);
		setProblem(outcome.ok ? null : outcome);
		if (outcome.ok || outcome.problem === 'conflict') again();
	};
	return (
		<>
			<p>{say('follow-withdraw-words')}</p>
			{problem && <ProblemMessage problem={problem} />}
			{asked ? (
				<fieldset class="wh-sure">
					<legend>{say('follow-withdraw-sure')}</legend>
					<div class="wh-actions">
						<Button action="destructive" onPress={() => void withdraw()}>
							{say('follow-withdraw-yes')}
						</Button>
						<Button onPress={() => setAsked(false)}>{t('cancel')}</Button>
					</div>
				</fieldset>
			) : (
				<Button onPress={() => setAsked(true)}>{say('follow-withdraw')}</Button>
			)}
		</>
	);
}
