/** Something that cannot be undone: says what it does, and asks once. */
import { useState } from 'preact/hooks';
import type { Outcome, Problem } from '../../../contract/problem.ts';
import { usePanel } from '../../panel.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemMessage } from '../../ui/problem.tsx';

export function Sure(props: {
	words: string;
	button: string;
	question: string;
	yes: string;
	act: () => Promise<Outcome<unknown>>;
}) {
	const { t } = usePanel();
	const [asked, setAsked] = useState(false);
	const [problem, setProblem] = useState<Problem | null>(null);
	const act = async (): Promise<void> => {
		setAsked(false);
		const outcome = await props.act();
		setProblem(outcome.ok ? null : outcome);
	};
	return (
		<>
			<p>{props.words}</p>
			{problem && <ProblemMessage problem={problem} />}
			{asked ? (
				<fieldset class="wh-sure">
					<legend>{props.question}</legend>
					<div class="wh-actions">
						<Button action="destructive" onPress={() => void act()}>
							{props.yes}
						</Button>
						<Button onPress={() => setAsked(false)}>{t('cancel')}</Button>
					</div>
				</fieldset>
			) : (
				<Button onPress={() => setAsked(true)}>{props.button}</Button>
			)}
		</>
	);
}
