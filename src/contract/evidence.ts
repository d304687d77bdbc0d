/** One piece of evidence as it is sealed in a report: what the wiki confirmed of it, and what its source says. */
import * as v from 'valibot';
import { RevisionId, Sha256, Timestamp, UserName } from './primitives.ts';
import { TargetSchema } from './target.ts';

const Line = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What exact attribution says of a clicked comment. */
export const ReadingSchema = v.object({
	revision: RevisionId,
	/** False: no such comment was found in that revision. Then nothing else is said. */
	onPage: v.boolean(),
	/** False where the signature names several people, or somebody else saved the words than it names. */
	authorCertain: v.optional(v.boolean()),
	/** Everybody whom the signature names, where that is more than one or not certain. */
	signers: v.optional(v.pipe(v.array(UserName), v.maxLength(20))),
	/** False: the comment comes from elsewhere (a template, another page shown in this one). Left out: not known. */
	inSource: v.optional(v.boolean()),
	/** First and last line of the comment in the revision's source, from 1; `wikitext` is these lines. */
	lines: v.optional(v.object({ first: Line, last: Line })),
	/** The lines around them. */
	before: v.optional(v.pipe(v.string(), v.maxLength(2000))),
	after: v.optional(v.pipe(v.string(), v.maxLength(2000))),
	/** The passage as it was added, where it reads differently now. */
	asAdded: v.optional(v.pipe(v.string(), v.maxLength(50_000))),
});
export type Reading = v.InferOutput<typeof ReadingSchema>;

/** A target as the keeper re-read it from the wiki: evidence that stands without the page. */
export const EvidenceSchema = v.object({
	target: TargetSchema,
	/** The revision that added the text, where the wiki's API could tell. */
	addedBy: v.optional(
		v.object({ revision: RevisionId, parent: v.optional(RevisionId), user: v.nullable(UserName), at: Timestamp }),
	),
	permalink: v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\//)),
	diff: v.optional(v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\//))),
	/** Source text of the passage, and its SHA-256. */
	wikitext: v.optional(v.pipe(v.string(), v.maxLength(50_000))),
	hash: v.optional(Sha256),
	/** For a comment, by the client's own reading of the revision that was shown; without it that could not be read. */
	reading: v.optional(ReadingSchema),
	/**
	 * confirmed: the quoted words stand in that revision; changed: the page no longer says so; hidden: the wiki hides the
	 * revision; deleted: it is gone; unconfirmed: the wiki could not be asked or the words were not found.
	 */
	state: v.picklist(['confirmed', 'changed', 'hidden', 'deleted', 'unconfirmed']),
	/** Its words were taken out of the report, for the wiki suppressed them, and sealed to oversighters. */
	withheld: v.optional(v.literal(true)),
});
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
