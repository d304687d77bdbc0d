/** What the panel needs to read a page for itself: a wiki's names and dates, and a revision as source and as HTML. */
import * as v from 'valibot';
import { RevisionId, Title, WikiBase } from './primitives.ts';

const Short = v.pipe(v.string(), v.maxLength(500));
const Texts = v.pipe(v.array(Short), v.maxLength(500));

const DateWordsSchema = v.object({
	dateFormat: v.optional(Short),
	digits: Texts,
	months: Texts,
	monthsGenitive: Texts,
	monthsAbbrev: Texts,
	weekdays: Texts,
	weekdaysAbbrev: Texts,
	timezoneAbbreviations: v.record(Short, Short),
});

/** The `WikiData` of engines/comments, as it is stored and sent. */
export const WikiDataSchema = v.object({
	articlePath: Short,
	scriptPath: v.optional(Short),
	namespaceIds: v.record(Short, v.number()),
	formattedNamespaces: v.record(Short, Short),
	specialContributions: Texts,
	localTimezone: Short,
	dates: v.record(Short, DateWordsSchema),
	timestampProbe: v.optional(v.object({ instantUTC: Short, text: Short })),
});

/** A revision as its wiki renders it now; both texts as the API gives them, so nothing in them is safe to insert. */
export const RenderedSchema = v.object({
	title: Title,
	revision: RevisionId,
	html: v.pipe(v.string(), v.maxLength(30_000_000)),
	wikitext: v.pipe(v.string(), v.maxLength(10_000_000)),
});
export type Rendered = v.InferOutput<typeof RenderedSchema>;

/** The page is asked for by revision, or by its title where no revision is known: then it is the newest. */
export const RenderedArgsSchema = v.object({
	wiki: WikiBase,
	revision: v.optional(RevisionId),
	title: v.optional(Title),
});
