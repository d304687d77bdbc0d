/** What a host gives the code in the wiki page: facts, and a way to open the panel. */
import type { Intent, PageFacts } from '../contract/page-panel.ts';

export interface PageServices {
	/** Read anew each time: single-page skins and editors change them. */
	facts(): PageFacts | null;
	/** Opens the panel or, where it is open, shows this in it. Only ever called for a trusted event. */
	openPanel(intent: Intent): void;
	/** Systems that the last known configuration switches off; no request is made for it. */
	switchedOff(): Promise<readonly string[]>;
	/** A plain message of the page's handful, in the wiki's language. */
	message(key: string): string;
	/** Calls back when the wiki drew content: at once, after live updates, after saving without reload. */
	onContent(listener: (root: Element) => void, signal: AbortSignal): void;
	readonly signal: AbortSignal;
}
