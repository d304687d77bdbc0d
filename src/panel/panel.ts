/** What every part of the panel shares: services, facts, words, where we are, and the ways to go elsewhere. */
import { createContext, type ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageFacts } from '../contract/page-panel.ts';
import type { Target } from '../contract/target.ts';
import type { FileChecks } from './features/upload/checks.ts';
import type { PanelServices } from './services.ts';
import type { MessageKey, Words } from './words/words.ts';

/** A view of a feature, with what it is about. */
export type Place =
	| { readonly feature: 'home' }
	/** `alone`: not added to the report that evidence is being collected for. `emergency`: somebody is in danger. */
	| { readonly feature: 'report'; readonly target: Target; readonly alone?: true; readonly emergency?: true }
	/** My reports; with `id` one of them, with `code` the field for a return code. */
	| { readonly feature: 'follow'; readonly id?: string; readonly code?: true }
	/** What somebody who was reported is written; `code` as it was typed. */
	| { readonly feature: 'hearing'; readonly code: string }
	| { readonly feature: 'case'; readonly id?: string }
	| { readonly feature: 'keys' }
	| { readonly feature: 'custody' }
	/** What is known of files that somebody is about to upload. */
	| { readonly feature: 'upload'; readonly checks: FileChecks }
	/** Matches of hash lists, for the staff who review them. */
	| { readonly feature: 'review' };

export interface HomeEntry {
	readonly label: MessageKey;
	readonly help: MessageKey;
	readonly place: Place;
	/** Who sees it: everybody, or sessions with the role only. */
	readonly role: 'everybody' | 'handler' | 'custodian';
}

/** One system's part of the panel. `none` ones work on a wiki without a backend. */
export interface Feature {
	readonly id: Place['feature'];
	readonly needs: 'backend' | 'none';
	readonly View: ComponentType<{ place: Place }>;
	/** A way in from home that not even its words of others load. */
	readonly ForReviewers?: ComponentType;
	readonly entries: readonly HomeEntry[];
}

export interface Panel {
	readonly services: PanelServices;
	readonly facts: PageFacts;
	readonly words: Words;
	readonly t: Words['t'];
	readonly features: readonly Feature[];
	/** The person's own mark; empty until chosen. */
	readonly mark: string;
	setMark(mark: string): void;
	go(place: Place): void;
	close(): void;
	/** Quick exit: the page goes to the wiki's main page, with no step back. */
	leave(): void;
}

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
	const panel = useContext(PanelContext);
	if (!panel) throw new Error('used outside the panel');
	return panel;
}
