/** Entry of the panel that the backend serves to the gadget: admits the configured wikis only, keeps its own keeper. */
import * as v from 'valibot';
import { AboutSchema } from '../../contract/about.ts';
import { randomText } from '../../contract/bytes.ts';
import { allVerbs } from '../../contract/all-verbs.ts';
import { answer } from '../../contract/port.ts';
import { failed } from '../../contract/problem.ts';
import { createKeeper } from '../../keeper/main.ts';
import { createVault } from '../../keeper/vault/vault.ts';
import { limitedFetch } from '../limited-fetch.ts';
import { startPanel } from '../start-panel.ts';
import { takePort } from '../take-port.ts';

/** Asked once, and only when a page speaks to us. */
let wikis: Promise<string[]> | undefined;

async function configuredWikis(): Promise<string[]> {
	try {
		const about = v.safeParse(AboutSchema, await (await limitedFetch('/v1/about')).json());
		return about.success ? about.output.wikis : [];
	} catch {
		return [];
	}
}

/** frame-ancestors says the same to the browser; this is the second lock. */
async function admit(origin: string): Promise<boolean> {
	wikis ??= configuredWikis();
	return (await wikis).some((wiki) => new URL(wiki).origin === origin);
}

void takePort(admit).then((port) =>
	startPanel(port, (page, facts, signal) => {
		const vault = createVault();
		const keeper = createKeeper({
			vault,
			// This panel reaches the wiki that embeds it and no other.
			wikiApi: async (wiki, call) => (wiki === facts.wiki ? page.call('api', call) : failed('forbidden')),
			handOff: async (wiki, incident) => (wiki === facts.wiki ? page.call('handOff', incident) : failed('forbidden')),
			sharedFiles: async (base, sha1) => page.call('sharedFiles', { base, sha1 }),
			fetch: limitedFetch,
			now: () => Date.now(),
			process: randomText(16),
			signal,
		});
		// There is no background here: what waits is sent while a panel is open, at once and again.
		void keeper.flush({ now: true });
		const again = setInterval(() => void keeper.flush({}), 15_000);
		signal.addEventListener('abort', () => clearInterval(again));
		return {
			send: (body) => answer(allVerbs, keeper, body),
			vault,
			asksConsent: false,
			strength: 'gadget',
		};
	}),
);
