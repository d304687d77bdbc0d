/** Entry of the content script: the page's buttons; the dock that opens the panel is fetched at the first use. */
import type { Intent } from '../../contract/page-panel.ts';
import { startPage } from '../../page/main.ts';
import { message } from '../../page/messages.ts';
import { showNote } from '../../page/note.ts';
import type { DockPart, MakeDock } from './dock-slot.ts';
import { readFacts } from './facts.ts';
import { claimPage } from './handshake.ts';
import { browser, isGone } from './page-browser.ts';
import { lastSwitches } from './switches.ts';

/** The background injects it into this world; its answer comes after the dock has run. */
async function fetchDock(): Promise<MakeDock> {
	const given = new Promise<MakeDock>((give) => (globalThis.takeWikihavenDock = give));
	await browser.runtime.sendMessage({ kind: 'dock' });
	return given;
}

function run(wiki: string): void {
	claimPage();
	const life = new AbortController();
	const facts = (): ReturnType<typeof readFacts> => readFacts(document);
	const switches = lastSwitches(wiki);
	const part: DockPart = {
		facts,
		switchedOff: (systems) => void switches.keep(systems),
		say: (key) => {
			showNote(message(key), new AbortController().signal);
			// Buttons that lead nowhere are worse than none.
			if (isGone()) life.abort();
		},
		end: () => life.abort(),
		signal: life.signal,
	};
	let dock: Promise<(intent: Intent) => Promise<void>> | null = null;
	const openPanel = async (intent: Intent): Promise<void> => {
		try {
			dock ??= fetchDock().then((make) => make(part));
			await (
				await dock
			)(intent);
		} catch {
			dock = null;
			part.say(isGone() ? 'page-gone' : 'page-panel-failed');
		}
	};
	let drawing = new AbortController();
	const draw = (): void => {
		drawing.abort();
		drawing = new AbortController();
		void startPage({ facts, openPanel, switchedOff: switches.read, signal: drawing.signal });
	};
	life.signal.addEventListener('abort', () => drawing.abort());
	switches.onChange(draw);
	draw();
	// The background may be gone with an update; a page that draws nothing has nobody to tell.
	switches.refresh().catch(() => undefined);
}

const wiki = readFacts(document)?.wiki;
if (wiki !== undefined) run(wiki);
