/** How often two people met lately: counted, and never judged. */
import { day } from './contribution.ts';
import type { EventType, TimelineEvent } from './event.ts';

/** What is aimed at somebody; editing the same page is not. */
export type TieType = Exclude<EventType, 'edit'>;
export type TieCounts = Readonly<Record<TieType, number>>;

/** What lies longer ago is no reason to be asked about. */
export const tieRange = 90 * day;

/**
 * From so many on a handler is asked whether somebody else should look: a figure of ours. It is low, for being asked costs
 * little, and a reversal or a block weighs as much as three words.
 */
export const manyTies = 6;
const heavy = 3;

const isTie = (type: EventType): type is TieType => type !== 'edit';

/** Both ways together, of events that `eventsOf` made of these two alone. */
export function tiesOf(events: readonly TimelineEvent[]): TieCounts {
	const counts = { reply: 0, revert: 0, thanks: 0, block: 0, mention: 0 };
	for (const { type, target } of events) if (isTie(type) && target !== null) counts[type]++;
	return counts;
}

export function areMany({ reply, revert, thanks, block, mention }: TieCounts): boolean {
	return reply + thanks + mention + heavy * (revert + block) >= manyTies;
}
