/** Entry of the gadget on the wiki: the page's buttons, and the dock that opens the backend's panel after consent. */
import { startPage } from '../../page/main.ts';
import { createDock } from '../../page/panel/dock.ts';
import { wikiApi } from './api.ts';
import { askConsent } from './consent.ts';
import { deployed } from './deployed.ts';
import { readFacts } from './facts.ts';
import { standBack } from './handshake.ts';
import { keepSwitches, readSwitches } from './switches.ts';

function run(signal: AbortSignal): void {
	let drawing = new AbortController();
	const openPanel = createDock({
		source: async () =>
			(await askConsent(signal))
				? { src: `${deployed.origin}/panel/panel.html`, origin: deployed.origin, ticket: null }
				: null,
		facts: readFacts,
		api: wikiApi(signal),
		switchedOff: (systems) => {
			if (keepSwitches(systems)) draw();
		},
		signal,
	});
	const draw = (): void => {
		drawing.abort();
		drawing = new AbortController();
		const services = { facts: readFacts, openPanel, switchedOff: readSwitches, signal: drawing.signal };
		void startPage(services);
	};
	signal.addEventListener('abort', () => drawing.abort());
	draw();
}

const life = standBack();
if (life) run(life);
