/** Entry of the dock, injected at the first use: opens the extension's own panel with a ticket of the background. */
import * as v from 'valibot';
import { failed } from '../../contract/problem.ts';
import { TicketSchema } from '../../contract/runtime.ts';
import { createDock, type PanelSource } from '../../page/panel/dock.ts';
import type { MakeDock } from './dock-slot.ts';
import { browser, isGone } from './page-browser.ts';

async function source(): Promise<PanelSource> {
	const { ticket } = v.parse(TicketSchema, await browser.runtime.sendMessage({ kind: 'ticket' }));
	const home = new URL(browser.runtime.getURL(''));
	return { src: browser.runtime.getURL('panel.html'), origin: `${home.protocol}//${home.host}`, ticket };
}

const make: MakeDock = ({ facts, switchedOff, say, end, signal }) =>
	createDock({
		source: () =>
			source().catch(() => {
				say(isGone() ? 'page-gone' : 'page-panel-failed');
				return null;
			}),
		facts,
		// The background has its own way to the wiki.
		api: () => failed('forbidden'),
		handOff: () => failed('forbidden'),
		sharedFiles: () => failed('forbidden'),
		end,
		switchedOff,
		signal,
	});

globalThis.takeWikihavenDock?.(make);
