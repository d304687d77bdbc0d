/** What the panel draws a timeline from: everything that the wiki says of some accounts in a range of time. */
import * as v from 'valibot';
import { Timestamp, UserName, WikiBase } from './primitives.ts';
import type { Verbs } from './port.ts';

/** Milliseconds since 1970. */
const Moment = v.number();

const ContributionSchema = v.object({
	user: v.string(),
	page: v.string(),
	namespace: v.number(),
	revision: v.number(),
	parent: v.number(),
	at: Moment,
	summary: v.string(),
	tags: v.array(v.string()),
	creation: v.boolean(),
});
const LogEntrySchema = v.object({
	id: v.number(),
	type: v.picklist(['thanks', 'block']),
	at: Moment,
	actor: v.string(),
	target: v.string(),
	page: v.string(),
	summary: v.string(),
});

export const lackingIds = ['edits', 'logs', 'digests', 'mentions', 'earlier-edits'] as const;

export const TimelineMaterialSchema = v.object({
	edits: v.array(ContributionSchema),
	logs: v.array(LogEntrySchema),
	/** Of each revision's text: pairs, for a message between two realms may know no maps. */
	digests: v.array(v.tuple([v.number(), v.string()])),
	mentions: v.array(v.object({ revision: v.number(), user: v.string() })),
	/** Pages that each edited before the range, as far as known. */
	known: v.array(v.tuple([v.string(), v.array(v.string())])),
	/** Each one's part of all edits of the wiki. */
	shares: v.array(v.tuple([v.string(), v.number()])),
	/** What was too much to read wholly. */
	lacking: v.array(v.picklist(lackingIds)),
});
export type TimelineMaterial = v.InferOutput<typeof TimelineMaterialSchema>;

/** The fewest and the most accounts of one timeline. */
export const mostAccounts = 5;
export const fewestAccounts = 2;

export const timelineVerbs = {
	/** `not-found` with the name of an account that is not there. */
	timeline: {
		args: v.object({
			wiki: WikiBase,
			users: v.pipe(v.array(UserName), v.minLength(fewestAccounts), v.maxLength(mostAccounts)),
			from: Timestamp,
			to: Timestamp,
		}),
		answer: TimelineMaterialSchema,
	},
} as const satisfies Verbs;
export type TimelineVerbs = typeof timelineVerbs;
