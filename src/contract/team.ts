/** A team and its keys: what several people could read together, and opening again what nobody can read any more. */
import * as v from 'valibot';
import { AgeRecipient, Base64, KeyId, ReportId, Sha256, Timestamp, UserName } from './primitives.ts';

const Box = v.pipe(Base64, v.maxLength(8_000));
const Reason = v.pipe(Base64, v.maxLength(40_000));

/** Team id of a wiki's configuration. */
export const TeamId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/));

/**
 * The plain text of a share of a recovery key: half of it by Shamir's scheme (2 of 2), in an age file for one of its two
 * holders. Three holders have three such keys, one for each two of them: any two can open, and a report is sealed to those
 * keys alone that nobody named in it holds.
 */
export const RecoveryShareSchema = v.object({
	v: v.literal(1),
	/** Id of the recovery key. */
	recovery: KeyId,
	share: Base64,
});
export type RecoveryShare = v.InferOutput<typeof RecoveryShareSchema>;

/** A recovery key that the caller holds with somebody else. */
export const RecoveryPairSchema = v.object({
	key: KeyId,
	/** The own share, an age file. */
	share: Box,
	other: v.object({ name: v.string(), key: v.object({ id: KeyId, age: AgeRecipient }) }),
});
export type RecoveryPair = v.InferOutput<typeof RecoveryPairSchema>;

/** Of one report, or of all that the people of a team of this wiki could ever read. */
const Scope = v.variant('of', [
	v.object({ of: v.literal('report'), report: ReportId }),
	v.object({ of: v.literal('team'), team: TeamId }),
]);
export type RecoveryScope = v.InferOutput<typeof Scope>;

export const RecoverySchema = v.object({
	id: ReportId,
	at: Timestamp,
	/** No use of it begins later. */
	until: Timestamp,
	scope: Scope,
	askedBy: UserName,
	askedKey: v.object({ id: KeyId, age: AgeRecipient }),
	/** age file to all holders. */
	reason: Base64,
	/** Who was the second, when first, and how many reports they gave to who asked. */
	used: v.nullable(v.object({ by: UserName, at: Timestamp, reports: v.number() })),
	/** For who can be the second: the share of who asked, sealed to them, of the key that both hold. */
	passed: v.nullable(v.object({ key: KeyId, box: Box })),
});
export type Recovery = v.InferOutput<typeof RecoverySchema>;
export const RecoveryListSchema = v.object({ pairs: v.array(RecoveryPairSchema), recoveries: v.array(RecoverySchema) });
export type RecoveryList = v.InferOutput<typeof RecoveryListSchema>;

/** With the own share of each key, sealed to who holds it too. */
export const AskRecoverySchema = v.object({
	id: ReportId,
	scope: Scope,
	reason: Reason,
	passed: v.pipe(v.array(v.object({ key: KeyId, box: Box })), v.minLength(1), v.maxLength(20)),
});
export type AskRecovery = v.InferOutput<typeof AskRecoverySchema>;

/** What the second person opens with both shares: at most a hundred at once, those first that came first. */
export const RecoverableSchema = v.object({
	reports: v.array(
		v.object({
			id: ReportId,
			/** Of its log, as in a row. */
			version: v.number(),
			head: Sha256,
			/** The report's grant to the recovery key, and the handlers' own key where it was sealed to it too. */
			box: Base64,
			desk: v.nullable(Base64),
		}),
	),
});
export type Recoverable = v.InferOutput<typeof RecoverableSchema>;

/** Reports of the caller that an earlier key of the same person opens, and the key that they have now does not. */
export const SharedCasesSchema = v.object({ reports: v.array(ReportId) });

/** Reports of the caller that keys of nobody open: of people who are on no team any more. */
export const LeftCasesSchema = v.object({ reports: v.array(v.object({ id: ReportId, keys: v.array(KeyId) })) });

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** How often, both ways together. */
const TieCounts = v.object({ reply: Count, revert: Count, thanks: Count, block: Count, mention: Count });
export type TieCounts = v.InferOutput<typeof TieCounts>;

/** What the asking account and others did to one another in the last ninety days. */
export const TiesSchema = v.object({
	/** In the order asked for. */
	people: v.array(v.object({ user: UserName, counts: TieCounts })),
	/** Not everything could be read: there may be more. */
	partial: v.boolean(),
});
export type Ties = v.InferOutput<typeof TiesSchema>;
