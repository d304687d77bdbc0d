/** What a backend says of itself: who runs it, the staff keys, the keys its receipts verify with. */
import * as v from 'valibot';
import { AgeRecipient, Bytes32, KeyId, Origin, WikiBase } from './primitives.ts';
import { ConfirmationSchema } from './config.ts';
import { ReceiptKeySchema } from './receipt.ts';
import { StandingTermsSchema } from './standing.ts';

/** A recipient that the backend's own configuration names; the recovery key signs nothing, so `sign` may be missing. */
export const StaffKeySchema = v.object({
	/** `child-safety`, `recovery`, … */
	role: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
	name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
	key: v.object({ id: KeyId, age: AgeRecipient, sign: v.optional(Bytes32) }),
	confirms: v.optional(v.array(ConfirmationSchema), []),
});

export const AboutSchema = v.object({
	origin: Origin,
	operator: v.string(),
	version: v.string(),
	/** The backend's clock, so that a client can tell that its own is wrong. */
	now: v.pipe(v.string(), v.isoTimestamp()),
	wikis: v.array(WikiBase),
	staff: v.array(StaffKeySchema),
	receiptKeys: v.array(ReceiptKeySchema),
	standing: StandingTermsSchema,
});
export type About = v.InferOutput<typeof AboutSchema>;

/** How far (ms) the backend's clock is ahead of ours; large where one of them is wrong. */
export function clockSkew(about: Pick<About, 'now'>, now: number): number {
	return Date.parse(about.now) - now;
}
