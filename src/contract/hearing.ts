/**
 * Hearing the person reported: a channel of its own, with an age key of its own, opened with a code that needs no account and
 * works while blocked. It says nothing of the report, and no report says anything of it. Its messages are `MessageBody` under
 * the hearing's id: `reporter` there is the person heard, `decision` the reasons, `appeal` that they contest them.
 */
import * as v from 'valibot';
import { StoredMessageSchema } from './follow.ts';
import { Base64, Bytes32, ReportId, Timestamp, WikiBase } from './primitives.ts';

const HearingId = ReportId;
/** A text and nothing else. */
const SealedText = v.pipe(Base64, v.maxLength(200_000));

/** What the person heard gets, by the capability that the code gives. */
export const HearingSchema = v.object({
	id: HearingId,
	wiki: WikiBase,
	at: Timestamp,
	now: Timestamp,
	/** The case is gone: what was said is deleted. */
	over: v.boolean(),
	/** `open`: reasons were given, and other handlers can be asked to look again; `used`: they were asked. */
	contest: v.picklist(['none', 'open', 'used']),
	/** Until when that is possible. */
	until: v.nullable(Timestamp),
	/** Oldest first. */
	messages: v.array(StoredMessageSchema),
});
export type Hearing = v.InferOutput<typeof HearingSchema>;
export const HearingListSchema = v.object({ hearings: v.array(HearingSchema) });

export const SayInHearingSchema = v.object({ sealed: SealedText });
export const ContestSchema = v.object({ message: ReportId, sealed: SealedText });

/** What a `hearing` event brings, SHA-256 of the capability in base64url; and a `tell` event whose words are reasons. */
export const HearingPartSchema = v.object({
	capability: v.optional(Bytes32),
	reasons: v.optional(v.literal(true)),
});
export type HearingPart = v.InferOutput<typeof HearingPartSchema>;

/** The code follows the `#`, which no browser sends to a server. */
export const hearingPath = '/hearing';
