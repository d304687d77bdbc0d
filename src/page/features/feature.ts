/** What a system does in the wiki page: the shape that the registry lists. */
import type { SystemId } from '../../domain/config/model.ts';
import type { PageFacts } from '../../contract/page-panel.ts';
import type { MakeButton } from '../button.ts';
import type { PageServices } from '../services.ts';

export interface Kit {
	readonly services: PageServices;
	readonly facts: PageFacts;
	readonly makeButton: MakeButton;
	/** Ends what the feature drew and listens to. */
	readonly signal: AbortSignal;
}

export interface Feature {
	/** The system it belongs to: switched off with it. Null: stays as long as anything is on. */
	readonly system: SystemId | null;
	/** Once a page. */
	start?(kit: Kit): void;
	/** For content that is new; may be called again for the same. */
	draw?(root: Element, kit: Kit): void;
}
