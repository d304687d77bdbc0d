/** Entry of the gadget's second module, loaded at the first use: the dock that opens the backend's panel after consent. */
import type { Intent } from '../../contract/page-panel.ts';
import { createDock } from '../../page/panel/dock.ts';
import { handOff, otherFiles, wikiApi } from './api.ts';
import { askConsent, forgetConsent } from './consent.ts';
import { deployed } from './deployed.ts';
import { readFacts } from './facts.ts';
import { showFallback } from './fallback/show.ts';

export function makeDock(
	switchedOff: (systems: readonly string[]) => void,
	end: () => void,
	signal: AbortSignal,
): (intent: Intent) => Promise<void> {
	return createDock({
		source: async (unasked) =>
			(await askConsent(signal, unasked))
				? { src: `${deployed.origin}/panel/panel.html`, origin: deployed.origin, ticket: null }
				: null,
		facts: readFacts,
		api: wikiApi(signal),
		handOff: handOff(signal),
		sharedFiles: otherFiles(signal),
		end: () => {
			forgetConsent();
			end();
		},
		switchedOff,
		instead: (again) => showFallback(again, signal),
		// A browser's page about a missing server loads at once and never answers.
		patienceMs: 15_000,
		signal,
	});
}
