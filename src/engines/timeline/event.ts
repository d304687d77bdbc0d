/** What happened between people, as the timeline shows it. */

/** How much an event says about two people, when the stretch that matters first is looked for. */
export const weights = { edit: 1, mention: 2, reply: 2, thanks: 2, revert: 3, block: 5 } as const;
export type EventType = keyof typeof weights;

export interface TimelineEvent {
	readonly type: EventType;
	/** ISO, UTC. */
	readonly at: string;
	readonly actor: string;
	/** The other person; null for an edit on a common page that is aimed at nobody. */
	readonly target: string | null;
	readonly page: string;
	readonly namespace: number;
	/** The edit, or null for what stands in a log. */
	readonly revision: number | null;
	readonly log: number | null;
	/** Where to see it: the difference an edit made, or the log entry. */
	readonly link: string;
	readonly summary: string;
}

/** A log entry between two of the people. */
export interface LogEntry {
	readonly id: number;
	readonly type: 'thanks' | 'block';
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly actor: string;
	readonly target: string;
	readonly page: string;
	readonly summary: string;
}

/** An edit whose added words link somebody. */
export interface Mention {
	readonly revision: number;
	readonly user: string;
}

/** `index` is the wiki's index.php, `https://en.wikipedia.org/w/index.php`. */
export const diffLink = (index: string, revision: number): string => `${index}?diff=${revision}`;
export const logLink = (index: string, id: number): string => `${index}?title=Special:Log&logid=${id}`;

/** Oldest first. */
export function sorted(events: readonly TimelineEvent[]): TimelineEvent[] {
	const place = ({ revision, log }: TimelineEvent): number => revision ?? log ?? 0;
	return [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : place(a) - place(b)));
}
