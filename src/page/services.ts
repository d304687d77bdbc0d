/** What a host gives the code in the wiki page: facts, and a way to open the panel. */
import type { Intent, PageFacts } from '../contract/page-panel.ts';

export interface PageServices {
	/** Read anew each time: single-page skins and editors change them. Null where this is no wiki page. */
	facts(): PageFacts | null;
	/** Opens the panel or, where it is open, shows this in it. Only ever called for a trusted event. */
	openPanel(intent: Intent): void | Promise<void>;
	/** Systems that the last known configuration switches off; no request is made for it. */
	switchedOff(): Promise<readonly string[]>;
	/** What is chosen in fields for files that stand in no document, where this host can see that. */
	looseFields?(take: (event: Event) => void, signal: AbortSignal): void;
	/** Ends with the page, with the extension, or when the other host takes over. */
	readonly signal: AbortSignal;
}
