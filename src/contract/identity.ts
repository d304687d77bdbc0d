/** Who a pseudonymous reporter is: sealed so that two custodians are needed, and every opening is written down. */
import * as v from 'valibot';
import { Base64, KeyId, ReportId, Timestamp, UserName, WikiBase } from './primitives.ts';
import { AttestedSchema } from './standing.ts';

/** The plain text of a sealed identity. */
export const IdentityBodySchema = v.object({
	v: v.literal(1),
	report: ReportId,
	wiki: WikiBase,
	user: UserName,
	/** The backend's word that it is them, with the salt of its commitment; missing where nobody was signed in. */
	attested: v.optional(AttestedSchema),
});
export type IdentityBody = v.InferOutput<typeof IdentityBodySchema>;

const Box = v.pipe(Base64, v.maxLength(8_000));

/**
 * `sealed`: age file of an `IdentityBody` to a key made for it; that key's secret is split by Shamir's scheme (2 of n), one
 * share in an age file for each custodian. `secret` of the key is the 32 bytes of its X25519 scalar as AGE-SECRET-KEY text.
 */
export const SealedIdentitySchema = v.object({
	sealed: Box,
	shares: v.pipe(v.array(v.object({ key: KeyId, box: Box })), v.minLength(2), v.maxLength(50)),
});
export type SealedIdentity = v.InferOutput<typeof SealedIdentitySchema>;

/** A custodian asks for an opening; the reason is an age file to all custodians. */
export const AskOpeningSchema = v.object({ report: ReportId, reason: v.pipe(Base64, v.maxLength(40_000)) });

/** One line of the log of openings, as a custodian sees it. */
export const OpeningSchema = v.object({
	id: ReportId,
	report: ReportId,
	at: Timestamp,
	askedBy: UserName,
	/** Key of who asked: the second custodian seals their share to it. */
	askedKey: KeyId,
	reason: Base64,
	/** Who was the second, and when; null while it waits. */
	approved: v.nullable(v.object({ by: UserName, at: Timestamp })),
	/** The caller's own share, for the second custodian to pass on and for the first to join with it. */
	share: v.nullable(Box),
	/** For who asked, once approved: the other's share sealed to them, and the identity. */
	opened: v.nullable(v.object({ share: Box, sealed: Box })),
});
export type Opening = v.InferOutput<typeof OpeningSchema>;
export const OpeningListSchema = v.object({ openings: v.array(OpeningSchema) });
export const ApproveOpeningSchema = v.object({ share: Box });
