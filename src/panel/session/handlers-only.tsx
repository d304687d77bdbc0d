/** Shows a view to a signed-in handler, and to everybody else why not. */
import type { ComponentChildren } from 'preact';
import { usePanel } from '../panel.ts';
import { ProblemMessage } from '../ui/problem.tsx';
import { Progress } from '../ui/progress.tsx';
import { useHandler, type Handler } from './use-handler.ts';

export function HandlersOnly({ children }: { children: (handler: Handler) => ComponentChildren }) {
	const { t } = usePanel();
	const state = useHandler();
	if (state.state === 'asking') return <Progress label={t('loading')} />;
	if (state.state === 'handler') return <>{children(state.handler)}</>;
	return <ProblemMessage problem={state.problem} />;
}
