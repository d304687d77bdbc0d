/** What a host gives the panel: the page behind the port, the keeper, the vault, and where lazy parts lie. */
import type { KeeperVerbs } from '../contract/keeper.ts';
import type { PageFacts, PageVerbs } from '../contract/page-panel.ts';
import type { Client, Verbs } from '../contract/port.ts';
import type { Vault } from '../contract/vault.ts';

export interface PanelServices {
	readonly page: Client<PageVerbs>;
	readonly keeper: Client<KeeperVerbs>;
	/** The keeper's other verbs, for a part that brings their schemas along when it loads. */
	keeperFor<V extends Verbs>(verbs: V): Client<V>;
	/** The same storage that the keeper uses. */
	readonly vault: Vault;
	/** Facts of the page at the start; later ones arrive by `factsChanged`. */
	readonly facts: PageFacts;
	/** Our own origin, where the sign-in callback posts its code to. */
	readonly origin: string;
	/**
	 * Whether the backend hears of this person only once a report is sent (extension), so that consent is asked in the
	 * panel; where the panel itself comes from the backend (gadget), the page asked before it opened.
	 */
	readonly asksConsent: boolean;
	/** What this client cannot protect against and must say: `gadget` is the weaker one. */
	readonly strength: 'extension' | 'gadget';
	/** Absolute address of a built file beside the panel: messages, workers, wasm. */
	asset(name: string): string;
	/** Ends with the panel. */
	readonly signal: AbortSignal;
}
