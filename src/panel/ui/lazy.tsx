/** A view or a part of one whose code loads when it is first shown. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { ProblemMessage } from './problem.tsx';
import { Progress } from './progress.tsx';

export function lazyView<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
	let loaded: ComponentType<Props> | undefined;
	return function LazyView(props) {
		const { t } = usePanel();
		const [state, setState] = useState<'loading' | 'ready' | 'failed'>(loaded ? 'ready' : 'loading');
		useEffect(() => {
			if (state !== 'loading') return;
			const run = async (): Promise<void> => {
				loaded = await load();
				setState('ready');
			};
			run().catch(() => setState('failed'));
		}, [state]);
		if (state === 'failed') {
			return <ProblemMessage problem={{ problem: 'timed-out', params: [] }} again={() => setState('loading')} />;
		}
		const Loaded = loaded;
		return Loaded ? <Loaded {...props} /> : <Progress label={t('loading')} />;
	};
}
