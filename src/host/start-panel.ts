/** Puts the panel into our frame, over the port that the page gave: the part that both hosts share. */
import { keeperVerbs } from '../contract/keeper.ts';
import { pageVerbs, panelVerbs, type PageFacts, type PageVerbs, type PanelVerbs } from '../contract/page-panel.ts';
import { clientOf, connect, type Client, type Handlers } from '../contract/port.ts';
import { mountPanel } from '../panel/main.tsx';
import type { PanelServices } from '../panel/services.ts';

/** What the hosts do differently. */
type HostPart = Pick<PanelServices, 'vault' | 'asksConsent' | 'strength'> & {
	/** Takes a request to the keeper and gives back whatever it answered. */
	readonly send: Parameters<typeof clientOf>[1];
};

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
	const { send, ...part } = host(page, facts.value, life.signal);
	mounted(
		mountPanel(root, {
			...part,
			keeper: clientOf(keeperVerbs, send),
			keeperFor: (verbs) => clientOf(verbs, send),
			page,
			facts: facts.value,
			origin: location.origin,
			asset: (name) => new URL(name, location.href).href,
			signal: life.signal,
		}),
	);
}
