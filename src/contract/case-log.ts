/** What goes over the wire of a case's log: writing one event, reading them, watching whether there are more. */
import * as v from 'valibot';
import { CaseRowSchema } from './case.ts';
import { HandlerEventSchema, StoredEventSchema } from './case-event.ts';
import { HearingPartSchema } from './hearing.ts';
import { Base64, KeyId, ReportId, Timestamp } from './primitives.ts';
import { SealedBody } from './report.ts';

const Box = v.pipe(Base64, v.maxLength(8_000));
const SealedText = v.pipe(Base64, v.maxLength(200_000));

/** One event with what it brings; what the event does not say in its data is not taken. */
export const WriteEventSchema = v.object({
	event: HandlerEventSchema,
	/** For handlers alone: age file to the handlers' own key; of `withhold` a `Withheld`, to oversighters alone. */
	sealed: v.optional(SealedText),
	/** Of `withhold`: the report without those words, sealed to its own key. */
	remainder: v.optional(SealedBody),
	/** Words to the reporter, sealed to the report's own key: of an answer or a step; to the person heard: of `tell`. */
	message: v.optional(v.object({ id: ReportId, sealed: SealedText })),
	/** Of `grant` and `escalate`: the report's key, and the handlers' own where there is one. */
	grants: v.optional(v.pipe(v.array(v.object({ key: KeyId, box: Box, desk: v.nullable(Box) })), v.maxLength(200))),
	/** Of `hearing` and `tell`. */
	hearing: v.optional(HearingPartSchema),
	/** Of `desk`: the handlers' own key for each who holds a grant and has no such box yet. */
	desk: v.optional(v.pipe(v.array(v.object({ key: KeyId, box: Box })), v.minLength(1), v.maxLength(200))),
});
export type WriteEvent = v.InferOutput<typeof WriteEventSchema>;

export const CaseEventsSchema = v.object({
	row: CaseRowSchema,
	events: v.array(StoredEventSchema),
	/** Everybody who holds a grant, by key, and whether the handlers' own key was sealed to it. */
	holders: v.array(v.object({ key: KeyId, desk: v.boolean() })),
});
export type CaseEvents = v.InferOutput<typeof CaseEventsSchema>;

/** What is seen of a case that is open: where its log ends, and who looks at it. */
export const CaseLiveSchema = v.object({
	/** Give it back as `after`: the answer comes when something is different, or after twelve seconds. */
	state: v.string(),
	version: v.number(),
	present: v.array(KeyId),
	lease: CaseRowSchema.entries.lease,
	now: Timestamp,
});
export type CaseLive = v.InferOutput<typeof CaseLiveSchema>;

/** Rows that have changed since; `at` is to be given back as `since`. */
export const ChangedCasesSchema = v.object({ cases: v.array(CaseRowSchema), at: Timestamp });
