/** Puts the panel into our frame, over the port that the page gave: the part that both hosts share. */
import { pageVerbs, panelVerbs, type PageFacts, type PageVerbs, type PanelVerbs } from '../contract/page-panel.ts';
import { connect, type Client, type Handlers } from '../contract/port.ts';
import { mountPanel } from '../panel/main.tsx';
import type { PanelServices } from '../panel/services.ts';

/** What the hosts do differently. */
type HostPart = Pick<PanelServices, 'keeper' | 'vault' | 'asksConsent' | 'strength'>;

export async function startPanel(
	port: MessagePort,
	host: (page: Client<PageVerbs>, facts: PageFacts, signal: AbortSignal) => HostPart,
): Promise<void> {
	const life = new AbortController();
	window.addEventListener('pagehide', () => life.abort(), { once: true });
	let mounted: (panel: Handlers<PanelVerbs>) => void = () => undefined;
	const panel = new Promise<Handlers<PanelVerbs>>((give) => (mounted = give));
	const handlers: Handlers<PanelVerbs> = {
		open: async (intent) => (await panel).open(intent),
		factsChanged: async (facts) => (await panel).factsChanged(facts),
	};
	const page = connect(port, panelVerbs, handlers, pageVerbs, life.signal);
	const facts = await page.call('facts', {});
	const root = document.getElementById('panel');
	if (!facts.ok || !root) return;
	mounted(
		mountPanel(root, {
			...host(page, facts.value, life.signal),
			page,
			facts: facts.value,
			origin: location.origin,
			asset: (name) => new URL(name, location.href).href,
			signal: life.signal,
		}),
	);
}
