/** What handlers write for handlers alone: sealed to a key that no reporter holds, with schemas of its own. */
import * as v from 'valibot';
import { clauseIds } from '../domain/conduct/clauses.ts';
import { severities } from '../domain/case/event-kinds.ts';
import { ReportId, RevisionId, Timestamp, Title, TypedText, UserName } from './primitives.ts';

const frame = { v: v.literal(1), desk: v.literal('handlers'), report: ReportId };

/** Why somebody did what the event beside says: a note, or a reason. */
export const NoteBodySchema = v.object({ ...frame, kind: v.literal('note'), text: TypedText });

/** Something done on the wiki: what, on what, and where the wiki says so. */
export const ActBodySchema = v.object({
	...frame,
	kind: v.literal('act'),
	act: v.picklist(['block', 'partial-block', 'notice', 'protect', 'hide', 'revert']),
	subject: v.nullable(UserName),
	pages: v.array(Title),
	revision: v.nullable(RevisionId),
	/** Of the wiki's log. */
	logId: v.nullable(v.number()),
	/** Until when; null for without end, or where nothing lasts. */
	until: v.nullable(Timestamp),
	reason: TypedText,
});

/** What was decided, for handlers: the reporter's and the accused's statements are texts of their own. */
export const DecisionBodySchema = v.object({
	...frame,
	kind: v.literal('decision'),
	clauses: v.pipe(v.array(v.picklist(clauseIds)), v.minLength(1)),
	severity: v.picklist(severities),
	outcome: v.picklist(['violation', 'no-violation', 'elsewhere', 'not-enough']),
	/** The measures taken, in the terms of `ActBodySchema`, and `warning`. */
	sanctions: v.array(v.picklist(['warning', 'block', 'partial-block', 'protect', 'hide', 'revert'])),
	rationale: TypedText,
	/** Made urgent, so that the person reported was not heard before, and why. */
	urgent: v.boolean(),
	urgentWhy: v.optional(TypedText),
});

/** The channel to the person reported: what a handler needs to write in it, and to open it again. */
export const HearingBodySchema = v.object({
	...frame,
	kind: v.literal('hearing'),
	hearing: ReportId,
	subject: UserName,
	/** The code that the person reported gets: all keys of the channel follow from it. */
	code: v.pipe(v.string(), v.maxLength(80)),
});

export const DeskBodySchema = v.variant('kind', [NoteBodySchema, ActBodySchema, DecisionBodySchema, HearingBodySchema]);
export type DeskBody = v.InferOutput<typeof DeskBodySchema>;
export type NoteBody = v.InferOutput<typeof NoteBodySchema>;
export type ActBody = v.InferOutput<typeof ActBodySchema>;
export type DecisionBody = v.InferOutput<typeof DecisionBodySchema>;
export type HearingBody = v.InferOutput<typeof HearingBodySchema>;
