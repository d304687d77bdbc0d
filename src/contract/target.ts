/** What was clicked, as the page says: of its own, so that the page's code brings nothing else of a report. */
import * as v from 'valibot';
import { Quote, RevisionId, Timestamp, Title, UserName, WikiBase } from './primitives.ts';

/** Where something was found: the facts a page gives at the click, before the panel confirmed any of them. */
export const TargetSchema = v.object({
	type: v.picklist(['comment', 'revision', 'user', 'file', 'log', 'page', 'email', 'selection']),
	wiki: WikiBase,
	/** Page it stands on, with namespace, spaces not underscores. */
	page: v.optional(Title),
	/** Revision shown at the click. */
	shownRevision: v.optional(RevisionId),
	/** The revision or log entry itself, where that was clicked. */
	revision: v.optional(RevisionId),
	logId: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	/** Who wrote or did it; null where that is not certain. */
	author: v.nullable(UserName),
	/** When, to the minute where it comes from a signature. */
	at: v.optional(Timestamp),
	/** What a person sees, as plain text. */
	quote: v.optional(Quote),
	/** DiscussionTools' id, `c-…`. */
	commentId: v.optional(v.pipe(v.string(), v.maxLength(600))),
	heading: v.optional(v.pipe(v.string(), v.maxLength(1000))),
});
export type Target = v.InferOutput<typeof TargetSchema>;
