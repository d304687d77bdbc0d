/** A view whose code loads when it is first shown. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../panel.ts';
import { usePanel } from '../panel.ts';
import { ProblemMessage } from './problem.tsx';
import { Progress } from './progress.tsx';

type View = ComponentType<{ place: Place }>;

export function lazyView(load: () => Promise<View>): View {
	let loaded: View | undefined;
	return function LazyView({ place }) {
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
		return Loaded ? <Loaded place={place} /> : <Progress label={t('loading')} />;
	};
}
