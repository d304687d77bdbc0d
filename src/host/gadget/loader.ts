/** Entry of the gadget on the wiki: the page's buttons; the dock that opens the panel is fetched at the first use. */
import type { Intent } from '../../contract/page-panel.ts';
import { startPage } from '../../page/main.ts';
import { message } from '../../page/messages.ts';
import { showNote } from '../../page/note.ts';
import type * as dockModule from './dock.ts';
import { readFacts } from './facts.ts';
import { standBack } from './handshake.ts';
import { looseFields } from './loose-fields.ts';
import { forgetSwitches, freshSwitches, keepSwitches, readSwitches } from './switches.ts';

/** The gadget that holds the dock, hidden in the preferences. */
const dockName = 'ext.gadget.wikihaven-panel';

function run(life: AbortController): void {
	const { signal } = life;
	let drawing = new AbortController();
	const fields = looseFields(signal);
	const draw = (): void => {
		drawing.abort();
		drawing = new AbortController();
		void startPage({
			facts: readFacts,
			openPanel,
			switchedOff: readSwitches,
			looseFields: fields,
			signal: drawing.signal,
		});
	};
	const switchedOff = (systems: readonly string[]): void => {
		if (keepSwitches(systems)) draw();
	};
	let dock: Promise<(intent: Intent) => Promise<void>> | null = null;
	const fetchDock = async (): Promise<(intent: Intent) => Promise<void>> => {
		const require = await mw.loader.using(dockName);
		return (require(dockName) as typeof dockModule).makeDock(
			switchedOff,
			() => {
				forgetSwitches();
				life.abort();
			},
			signal,
		);
	};
	const openPanel = async (intent: Intent): Promise<void> => {
		try {
			dock ??= fetchDock();
			await (
				await dock
			)(intent);
		} catch {
			dock = null;
			showNote(message('page-panel-failed'), signal);
		}
	};
	signal.addEventListener('abort', () => drawing.abort());
	draw();
	void freshSwitches(signal).then((systems) => systems && switchedOff(systems));
}

const life = standBack();
if (life) run(life);
