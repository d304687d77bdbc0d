/** Entry of the content script: the page's buttons, and the dock that opens the extension's own panel. */
import * as v from 'valibot';
import { failed } from '../../contract/problem.ts';
import { TicketSchema } from '../../contract/runtime.ts';
import { startPage } from '../../page/main.ts';
import { message } from '../../page/messages.ts';
import { createDock, type PanelSource } from '../../page/panel/dock.ts';
import { browser } from './page-browser.ts';
import { readFacts } from './facts.ts';
import { claimPage } from './handshake.ts';
import { lastSwitches } from './switches.ts';

/** After an update or removal this script lives on without its extension: only the page is left to tidy up. */
const isGone = (): boolean => !browser.runtime?.id;

async function source(): Promise<PanelSource | { gone: string }> {
	try {
		const { ticket } = v.parse(TicketSchema, await browser.runtime.sendMessage({ kind: 'ticket' }));
		const src = browser.runtime.getURL('panel.html');
		const home = new URL(browser.runtime.getURL(''));
		return { src, origin: `${home.protocol}//${home.host}`, ticket };
	} catch {
		return { gone: message(isGone() ? 'page-gone' : 'page-panel-failed') };
	}
}

function run(): void {
	const facts = readFacts(document);
	if (!facts) return;
	claimPage();
	const life = new AbortController();
	let drawing = new AbortController();
	const switches = lastSwitches(facts.wiki);
	const openPanel = createDock({
		source: async () => {
			const found = await source();
			if (isGone()) drawing.abort();
			return found;
		},
		facts: () => readFacts(document),
		api: () => failed('forbidden'),
		switchedOff: (systems) => void switches.keep(systems),
		signal: life.signal,
	});
	const draw = (): void => {
		drawing.abort();
		drawing = new AbortController();
		const services = {
			facts: () => readFacts(document),
			openPanel,
			switchedOff: switches.read,
			signal: drawing.signal,
		};
		void startPage(services);
	};
	switches.onChange(draw);
	draw();
}

run();
