/** A problem in the person's words, with what can be done about it. */
import type { Problem } from '../../contract/problem.ts';
import { usePanel } from '../panel.ts';
import { Button } from './button.tsx';
import { Message } from './message.tsx';

export function ProblemMessage({
	problem,
	again,
	type = 'warning',
}: {
	problem: Problem;
	again?: () => void;
	type?: 'notice' | 'warning' | 'error';
}) {
	const { t } = usePanel();
	return (
		<Message type={type} live>
			<p>{t(`problem-${problem.problem}`, ...problem.params)}</p>
			{again && <Button onPress={again}>{t('try-again')}</Button>}
		</Message>
	);
}
