/** The hearing on a page of its own: no wiki around it, no extension, no account. */
import { render } from 'preact';
import { PanelContext, type Panel } from '../../panel.ts';
import type { PanelServices } from '../../services.ts';
import { adoptStyles } from '../../style/sheets.ts';
import { loadWords } from '../../words/load.ts';
import { HearingView } from './hearing-view.tsx';

/** `code`: as it stood in the link, or empty. */
export async function mountHearing(root: HTMLElement, services: PanelServices, code: string): Promise<void> {
	const { facts } = services;
	adoptStyles(document)(facts.theme);
	const words = await loadWords(facts.language, facts.dir, services.asset);
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
				<main class="wh-main">
					<HearingView place={{ feature: 'hearing', code }} />
				</main>
			</div>
		</PanelContext.Provider>,
		root,
	);
}
