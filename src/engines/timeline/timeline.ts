/** The whole timeline of some people: what happened, where, when most of it, and who came after whom. */
import type { TimelineEvent } from './event.ts';
import { eventsOf, type Material } from './events.ts';
import { measureFollowing } from './hounding/measure.ts';
import type { Measure, Question } from './hounding/model.ts';
import { sharedEdits, sharedPages, type SharedPage } from './shared-pages.ts';
import { stretchOf, type Stretch } from './stretch.ts';

export interface Timeline {
	/** Oldest first. */
	readonly events: readonly TimelineEvent[];
	/** Pages that at least two of them edited, most edits first. */
	readonly pages: readonly SharedPage[];
	/** null where nothing happened between them. */
	readonly stretch: Stretch | null;
	/** One for each ordered pair, the smallest p first. */
	readonly measures: readonly Measure[];
}

/** `from` and `to` in milliseconds since 1970. */
export function timelineOf(
	material: Material & Omit<Question, 'users' | 'edits'> & { readonly from: number },
): Timeline {
	const events = eventsOf(material);
	return {
		events,
		pages: sharedPages(sharedEdits(material.edits)),
		stretch: stretchOf(events, material.from, material.to),
		measures: measureFollowing(material),
	};
}
