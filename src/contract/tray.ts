/** The evidence tray as a client keeps it: more pieces for a report that is being written, and things from outside. */
import * as v from 'valibot';
import { AttachmentSchema } from './attachment.ts';
import { Timestamp } from './primitives.ts';
import { EvidenceSchema } from './evidence.ts';
import { TargetSchema } from './target.ts';

/** One more piece for the draft of this key, pinned as it was clicked. */
export const PieceSchema = v.object({
	draft: v.string(),
	target: TargetSchema,
	/** null until the wiki was asked. */
	evidence: v.nullable(EvidenceSchema),
	at: Timestamp,
});
export type Piece = v.InferOutput<typeof PieceSchema>;

/** Something from outside the wiki for the draft of this key. */
export const KeptAttachmentSchema = v.object({ draft: v.string(), attachment: AttachmentSchema, at: Timestamp });
export type KeptAttachment = v.InferOutput<typeof KeptAttachmentSchema>;

/** The report that what is clicked next on this wiki is added to. */
export const CollectingSchema = v.object({ target: TargetSchema, at: Timestamp });
