/** A problem in the person's words, with what can be done about it. */
import type { Problem, ProblemKey } from '../../contract/problem.ts';
import { usePanel } from '../panel.ts';
import type { Words } from '../words/words.ts';
import { Button } from './button.tsx';
import { Message } from './message.tsx';

/** A parameter that nobody gave is nothing, not `$1`. */
export const problemWords = (t: Words['t'], problem: ProblemKey, params: readonly string[] = []): string =>
	params.length > 0 ? t(`problem-${problem}`, ...params) : t(`problem-${problem}`, '');

export function ProblemMessage({
	problem,
	again,
	type = 'warning',
}: {
	problem: Problem;
	again?: () => void;
	type?: 'notice' | 'warning' | 'error';
}) {
	const { t, go } = usePanel();
	const signedOut = problem.problem === 'not-signed-in' || problem.problem === 'session-expired';
	return (
		<Message type={type} live>
			<p>{problemWords(t, problem.problem, problem.params)}</p>
			{signedOut && <Button onPress={() => go({ feature: 'home' })}>{t('go-sign-in')}</Button>}
			{again && <Button onPress={again}>{t('try-again')}</Button>}
		</Message>
	);
}
