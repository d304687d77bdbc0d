/** Somebody's newest edits, as the list that evidence is picked from shows them. */
import * as v from 'valibot';
import { RevisionId, Timestamp, Title } from './primitives.ts';

/** At most so many are added to a report at once. */
export const mostAtOnce = 20;

const RecentEditSchema = v.object({
	revision: RevisionId,
	title: Title,
	at: Timestamp,
	/** Plain words; empty where there is none or the wiki hides it. */
	summary: v.string(),
	/** By how many bytes the page grew. */
	change: v.number(),
	minor: v.boolean(),
	/** The wiki hides some part of it. */
	hidden: v.boolean(),
});
export type RecentEdit = v.InferOutput<typeof RecentEditSchema>;

export const RecentEditsSchema = v.object({
	/** Newest first, as many as are added at once: a longer list is far to scroll on a phone. */
	edits: v.array(RecentEditSchema),
	/** Asks for older ones; null where there are none. The wiki's own mark, read by nobody else. */
	next: v.nullable(v.string()),
});
export type RecentEdits = v.InferOutput<typeof RecentEditsSchema>;
