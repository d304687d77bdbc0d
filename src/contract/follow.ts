/** Following a report: its state as the reporter sees it, and sealed messages between reporter and handlers. */
import * as v from 'valibot';
import { reportStates } from '../domain/report/states.ts';
import { AttachmentSchema, mostAttachments, mostPieces } from './attachment.ts';
import { EvidenceSchema } from './evidence.ts';
import { Base64, KeyId, ReportId, Sha256, Timestamp, TypedText } from './primitives.ts';
import { ReceiptSchema } from './receipt.ts';

/** Made by its writer, random, as a report's: id and idempotency key in one. */
const MessageId = ReportId;

export const messageKinds = ['message', 'evidence', 'appeal', 'decision'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** The plain text of a message: an age file sealed to the report's own key, which its reporter and its recipients hold. */
export const MessageBodySchema = v.object({
	v: v.literal(1),
	report: ReportId,
	id: MessageId,
	kind: v.picklist(messageKinds),
	/** Which side wrote it, in its own words: the backend's could be changed. */
	from: v.picklist(['reporter', 'handler']),
	text: TypedText,
	evidence: v.optional(v.pipe(v.array(EvidenceSchema), v.maxLength(mostPieces))),
	attachments: v.optional(v.pipe(v.array(AttachmentSchema), v.maxLength(mostAttachments))),
	/** For a decision: what was found, in the terms of `decision-outcome-…`. */
	outcome: v.optional(v.picklist(['violation', 'no-violation', 'elsewhere', 'not-enough'])),
	at: Timestamp,
});
export type MessageBody = v.InferOutput<typeof MessageBodySchema>;

/** A message as the backend keeps it; `from` is what the route says that took it in. */
export const StoredMessageSchema = v.object({
	id: MessageId,
	at: Timestamp,
	from: v.picklist(['reporter', 'handler']),
	kind: v.picklist(messageKinds),
	sealed: Base64,
});
export type StoredMessage = v.InferOutput<typeof StoredMessageSchema>;

const SealedText = v.pipe(Base64, v.maxLength(12_000_000));
export const MessageParams = v.object({ id: ReportId, message: MessageId });
export const SendMessageSchema = v.object({ kind: v.picklist(['message', 'evidence']), sealed: SealedText });
export const AppealSchema = v.object({
	message: MessageId,
	sealed: SealedText,
	/** For the handlers who look again: nobody who decided. */
	grants: v.pipe(
		v.array(v.object({ key: KeyId, box: v.pipe(Base64, v.maxLength(8_000)) })),
		v.minLength(1),
		v.maxLength(200),
	),
});
export const feedbackAnswers = ['yes', 'partly', 'no'] as const;
export const FeedbackSchema = v.object({ answer: v.picklist(feedbackAnswers) });

/** The step that somebody owes next. */
export const DueSchema = v.object({ step: v.picklist(['triage', 'decision', 'close']), by: Timestamp });

/** What a reporter is told of a report, by its capability alone. */
export const ReportStatusSchema = v.object({
	id: ReportId,
	state: v.picklist(reportStates),
	/** In this state since then. */
	since: Timestamp,
	/** The backend's clock, to tell what is overdue. */
	now: Timestamp,
	receipt: ReceiptSchema,
	due: v.nullable(DueSchema),
	/** `open`: it may be appealed now; `used`: it was. */
	appeal: v.picklist(['none', 'open', 'used']),
	/** Keys of those who decided: an appeal goes to nobody of them. */
	decidedBy: v.array(KeyId),
	/** Two handlers found that it was sent in bad faith. */
	badFaith: v.boolean(),
	feedback: v.nullable(v.picklist(feedbackAnswers)),
	/** When a handler wrote last. */
	lastAnswer: v.nullable(Timestamp),
});
export type ReportStatus = v.InferOutput<typeof ReportStatusSchema>;

/** Everything a reporter needs on any device: the box with the report's key, the report, the messages, oldest first. */
export const ThreadSchema = v.object({
	status: ReportStatusSchema,
	/** age file of the report's secret key (text), sealed to the key that the return code gives; null once withdrawn. */
	follow: v.nullable(Base64),
	/** age file of the report itself; null once withdrawn. */
	sealed: v.nullable(Base64),
	/** SHA-256 of it where handlers took out what the wiki suppressed; else it is the receipt's. */
	remainder: v.optional(Sha256),
	messages: v.array(StoredMessageSchema),
});
export type Thread = v.InferOutput<typeof ThreadSchema>;
