/** The panel app: mounts in a host's element and answers what the page asks of it. */
import { render } from 'preact';
import type { Intent, PageFacts, PanelVerbs } from '../contract/page-panel.ts';
import type { Handlers } from '../contract/port.ts';
import { done } from '../contract/problem.ts';
import { App, type AppState } from './app.tsx';
import type { Place } from './panel.ts';
import type { PanelServices } from './services.ts';
import { adoptStyles } from './style/sheets.ts';
import { englishWords, loadWords } from './words/load.ts';

export type PanelHandlers = Handlers<PanelVerbs>;

const placeOf = (intent: Exclude<Intent, { system: 'upload' }>): Place =>
	intent.system === 'report' ? { feature: 'report', target: intent.target } : { feature: 'home' };

/** Shows nothing until the page opens something; goes away with `services.signal`. */
export function mountPanel(root: HTMLElement, services: PanelServices): PanelHandlers {
	const setTheme = adoptStyles(document);
	let state: AppState = { facts: services.facts, words: englishWords(), place: null, turn: 0 };
	// Words arrive before the first view, so that nobody sees two languages in a row.
	let wordsHere: Promise<void>;

	const draw = (change: Partial<AppState>): void => {
		state = { ...state, ...change };
		if (services.signal.aborted) return;
		document.documentElement.dir = state.facts.dir;
		document.documentElement.lang = state.words.language;
		document.title = state.words.t('name');
		setTheme(state.facts.theme);
		render(<App services={services} state={state} go={go} />, root);
	};
	const go = (place: Place): void => draw({ place, turn: state.turn + 1 });
	const take = async (facts: PageFacts): Promise<void> => {
		const words = await loadWords(facts.language, facts.dir, services.asset);
		if (state.facts.language === facts.language) draw({ words });
	};

	services.signal.addEventListener('abort', () => render(null, root));
	wordsHere = take(services.facts);
	return {
		async open(intent) {
			await wordsHere;
			if (intent.system === 'upload') {
				(await import('./features/upload/arrive.tsx')).arrive(services, intent.files, () => state, go);
			} else go(placeOf(intent));
			return done({});
		},
		async factsChanged(facts) {
			const newLanguage = facts.language !== state.facts.language;
			draw({ facts });
			if (newLanguage) wordsHere = take(facts);
			await wordsHere;
			return done({});
		},
	};
}
