/** How the content script gets the dock that is injected later: both run in the one isolated world of this extension. */
import type { Intent, PageFacts } from '../../contract/page-panel.ts';

export interface DockPart {
	facts(): PageFacts | null;
	switchedOff(systems: readonly string[]): void;
	/** Why nothing opens. */
	say(key: 'page-gone' | 'page-panel-failed'): void;
	/** Takes everything of ours out of this page. */
	end(): void;
	readonly signal: AbortSignal;
}
export type MakeDock = (part: DockPart) => (intent: Intent) => Promise<void>;

declare global {
	/** Set by the content script while it waits, called by the injected dock; no page can see this world's globals. */
	var takeWikihavenDock: ((make: MakeDock) => void) | undefined;
}
