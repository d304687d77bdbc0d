/** The panel's frame: header with the own mark, the view in it, and what every part shares. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageFacts } from '../contract/page-panel.ts';
import { features } from './features/index.ts';
import { Header } from './header.tsx';
import { PanelContext, type Panel, type Place } from './panel.ts';
import type { PanelServices } from './services.ts';
import { changeSettings } from './settings.ts';
import type { Words } from './words/words.ts';

export interface AppState {
	readonly facts: PageFacts;
	readonly words: Words;
	/** null until the page opens something. */
	readonly place: Place | null;
	/** Counts the openings: the same thing opened again starts from what is kept of it. */
	readonly turn: number;
}

export function App(props: { services: PanelServices; state: AppState; go: (place: Place) => void }) {
	const { services, state, go } = props;
	const [mark, setMark] = useState('');
	const escapedAt = useRef(Number.NEGATIVE_INFINITY);
	useEffect(() => {
		void services.vault.get('settings', 'settings').then(
			(settings) => setMark(settings?.mark ?? ''),
			() => undefined,
		);
	}, []);
	const close = (): void => void services.page.call('close', {});
	const leave = (): void => void services.page.call('leave', {});
	useEffect(() => {
		const escape = (event: KeyboardEvent): void => {
			if (event.key !== 'Escape' || event.isComposing || event.repeat) return;
			// The second one comes here where the page has not yet taken the panel away.
			if (event.timeStamp - escapedAt.current < 2000) return leave();
			if (event.defaultPrevented) return;
			escapedAt.current = event.timeStamp;
			void services.page.call('close', { escape: true });
		};
		document.addEventListener('keydown', escape);
		return () => document.removeEventListener('keydown', escape);
	}, []);
	const panel: Panel = {
		services,
		facts: state.facts,
		words: state.words,
		t: state.words.t,
		features,
		mark,
		setMark(next) {
			setMark(next);
			void changeSettings(services.vault, (old) => ({ ...old, mark: next })).catch(() => undefined);
		},
		go,
		close,
		leave,
	};
	const feature = features.find(({ id }) => id === state.place?.feature);
	return (
		<PanelContext.Provider value={panel}>
			<div class="wh-panel">
				<Header home={state.place?.feature === 'home'} />
				<main class="wh-main">{feature && state.place && <feature.View key={state.turn} place={state.place} />}</main>
			</div>
		</PanelContext.Provider>
	);
}
