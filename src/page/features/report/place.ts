/** A place to report from, and the part of every target that it shares with the others. */
import type { PageFacts } from '../../../contract/page-panel.ts';
import type { Target } from '../../../contract/target.ts';
import type { Kit } from '../feature.ts';

export interface Place {
	/** Draws its buttons under `root`, once however often it is called. */
	draw(root: Element, kit: Kit): void;
}

/** What the page says of itself at the click. */
export function pinned(facts: PageFacts, type: Target['type'], author: string | null): Target {
	return {
		type,
		wiki: facts.wiki,
		author,
		...(facts.title === null ? {} : { page: facts.title }),
		...(facts.revision === null ? {} : { shownRevision: facts.revision }),
	};
}

/** Sets a property only where there is something: the contract knows no undefined ones. */
export function given<K extends string, V>(key: K, value: V | null | undefined | ''): { [P in K]?: V } {
	return (value ? { [key]: value } : {}) as { [P in K]?: V };
}
