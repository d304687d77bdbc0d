/** The hearing on a page of its own: no wiki around it, no extension, no account. */
import { render } from 'preact';
import { PanelContext, type Panel } from '../../panel.ts';
import type { PanelServices } from '../../services.ts';
import { adoptMore, adoptStyles } from '../../style/sheets.ts';
import { loadWords } from '../../words/load.ts';
import alone from './alone.css';

/** `code`: as it stood in the link, or empty. */
export async function mountHearing(root: HTMLElement, services: PanelServices, code: string): Promise<void> {
	const { facts } = services;
	adoptStyles(document)(facts.theme);
	adoptMore([alone]);
	const [words, { HearingView }] = await Promise.all([
		loadWords(facts.language, facts.dir, services.asset),
		// After the first styles: its own ones come on top of them.
		import('./hearing-view.tsx'),
	]);
	if (services.signal.aborted) return;
	document.documentElement.dir = facts.dir;
	document.documentElement.lang = words.language;
	document.title = words.t('name');
	const nothing = (): void => undefined;
	const panel: Panel = {
		services,
		facts,
		words,
		t: words.t,
		features: [],
		mark: '',
		setMark: nothing,
		go: nothing,
		close: nothing,
		leave: nothing,
	};
	render(
		<PanelContext.Provider value={panel}>
			<div class="wh-panel">
				<main class="wh-main wh-alone">
					<HearingView place={{ feature: 'hearing', code }} />
				</main>
			</div>
		</PanelContext.Provider>,
		root,
	);
}
