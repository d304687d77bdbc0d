/** What a client keeps on the person's machine, never in the page's storage: drafts, outbox, receipts, keys, pins. */
import * as v from 'valibot';
import { kindIds } from '../domain/report/kinds.ts';
import { KeyId, Origin, ReportId, Timestamp, UserName, WikiBase, Bytes32 } from './primitives.ts';
import { problemKeys } from './problem.ts';
import { EvidenceSchema } from './evidence.ts';
import { ReceiptSchema } from './receipt.ts';
import { dangerIds, SealedReportSchema, wishIds } from './report.ts';
import { StandingSchema, TokenSchema } from './standing.ts';
import { TargetSchema } from './target.ts';
import { CollectingSchema, KeptAttachmentSchema, PieceSchema } from './tray.ts';

/** A report that is being written. Its key is `draftKey(target)`. */
export const DraftSchema = v.object({
	target: TargetSchema,
	evidence: v.nullable(EvidenceSchema),
	kind: v.nullable(v.picklist(kindIds)),
	/** May be longer than a report takes: what was pasted is not cut, the person is told. */
	details: v.pipe(v.string(), v.maxLength(1_000_000)),
	alsoNamed: v.array(UserName),
	excluded: v.optional(v.array(UserName)),
	danger: v.optional(v.picklist(dangerIds)),
	mode: v.optional(v.picklist(['named', 'pseudonymous', 'anonymous'])),
	wishes: v.optional(v.array(v.picklist(wishIds))),
	contact: v.optional(v.pipe(v.string(), v.maxLength(500))),
	at: Timestamp,
	/** Sealed and in the outbox as this report: kept until the backend took it, so that a refusal loses no word. */
	sentAs: v.optional(ReportId),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

/** A sealed report on its way; kept until its receipt is. Ciphertext, hence not sealed again. */
export const OutboxItemSchema = v.object({
	id: ReportId,
	origin: Origin,
	secret: Bytes32,
	report: SealedReportSchema,
	/** With a token where there is one, else with work. Once made it stays, so that a token is spent on this report alone. */
	wants: v.picklist(['token', 'work']),
	standing: v.optional(StandingSchema),
	at: Timestamp,
	tries: v.number(),
	/** Not before: after a failure the next try waits. */
	notBefore: v.number(),
	/** Set when the backend refused it for good. */
	problem: v.optional(v.picklist(problemKeys)),
});
export type OutboxItem = v.InferOutput<typeof OutboxItemSchema>;

/** A report this person sent: its capability, its receipt, and words to know it by. */
export const SentReportSchema = v.object({
	id: ReportId,
	origin: Origin,
	wiki: WikiBase,
	secret: Bytes32,
	/** The return code as its 15 bytes in base64url: `keysOfCode` gives id and secret. Missing where this row was lost. */
	code: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{20}$/))),
	kind: v.picklist(kindIds),
	subject: v.nullable(UserName),
	/** `draftKey` of what was reported: the same thing again finds this report. Missing where the code alone was brought. */
	about: v.optional(v.string()),
	at: Timestamp,
	receipt: v.optional(ReceiptSchema),
	/** The handlers' last message that was read. */
	read: v.optional(Timestamp),
	/** Opened by its return code at that time, and not to be kept: the row goes when the report is left. */
	visit: v.optional(Timestamp),
});
export type SentReport = v.InferOutput<typeof SentReportSchema>;

/** What the client saw of a wiki's keys and origin, and when first. */
export const PinsSchema = v.object({
	/** For staff keys: the backend's origin. */
	wiki: WikiBase,
	firstSeen: Timestamp,
	origin: v.nullable(v.object({ value: Origin, since: Timestamp })),
	/** Changed origin seen and not yet used. */
	seenOrigin: v.nullable(v.object({ value: Origin, since: Timestamp })),
	/** Person or `staff:ROLE/NAME` → key ids used, and key ids seen with the time they were first seen. */
	keys: v.record(v.string(), v.object({ pinned: v.array(KeyId), seen: v.record(KeyId, Timestamp) })),
	/** When this client last looked at all keys, and at the origin: what it did not see then cannot be older. */
	looked: v.optional(v.object({ keys: v.optional(Timestamp), origin: v.optional(Timestamp) }), {}),
	/** Key ids that a report of this client was sent to: others are marked as new in the preview. */
	used: v.optional(v.array(KeyId), []),
	/** Public signing keys of pinned ids, to check confirmations with although the page changed since. */
	signers: v.record(KeyId, v.object({ user: v.string(), age: v.string(), sign: v.string() })),
	/** For a backend: the keys that its receipts verify with, by id. */
	receipts: v.optional(v.record(KeyId, Bytes32), {}),
});

/** A message that is being written to the handlers of a report; its id stays, so that sending it twice is sending it once. */
export const ReplySchema = v.object({
	message: ReportId,
	text: v.pipe(v.string(), v.maxLength(1_000_000)),
	at: Timestamp,
});

/** A blind-signed token not spent yet. */
export const KeptTokenSchema = v.object({ origin: Origin, wiki: WikiBase, token: TokenSchema });

export const StoredSessionSchema = v.object({ origin: Origin, token: Bytes32, user: UserName, until: Timestamp });
export const PendingSignInSchema = v.object({ origin: Origin, verifier: Bytes32, at: Timestamp });

/** Choices of the person, not secret to their own machine. */
export const SettingSchema = v.object({
	/** The mark shown in the panel that no page can know. */
	mark: v.optional(v.pipe(v.string(), v.maxLength(40))),
	/** Backends this person agreed to talk to, with the time. */
	consents: v.optional(v.record(Origin, Timestamp), {}),
});

/**
 * The collections; `sealed` ones are encrypted at rest with a non-extractable AES-GCM key, so that a copied profile folder
 * shows no typed word. Keys: see each.
 */
export const collections = {
	/** `draftKey(target)` */
	drafts: { schema: DraftSchema, sealed: true },
	/** the draft's key, `#` and what the piece is: a row each, so that two tabs never write over one another */
	pieces: { schema: PieceSchema, sealed: true },
	/** the draft's key, `#` and the SHA-256 */
	attachments: { schema: KeptAttachmentSchema, sealed: true },
	/** report id, or `opening|` and it, and so on: what the text belongs to */
	replies: { schema: ReplySchema, sealed: true },
	/** random */
	tokens: { schema: KeptTokenSchema, sealed: true },
	/** wiki base */
	collecting: { schema: CollectingSchema, sealed: true },
	/** report id */
	outbox: { schema: OutboxItemSchema, sealed: false },
	/** report id */
	reports: { schema: SentReportSchema, sealed: true },
	/** wiki base; `staff:` and the origin for the staff keys of a backend */
	pins: { schema: PinsSchema, sealed: false },
	/** wiki base */
	sessions: { schema: StoredSessionSchema, sealed: true },
	/** wiki base */
	signIns: { schema: PendingSignInSchema, sealed: true },
	/** always `settings` */
	settings: { schema: SettingSchema, sealed: true },
	/** `DeskChoices` by wiki base: checked against their schema by the code that uses them, which loads later */
	views: { schema: v.unknown(), sealed: true },
	/** name of the work → until when (ms) somebody holds it, and who */
	leases: { schema: v.object({ until: v.number(), by: v.string() }), sealed: false },
	/**
	 * `wiki` → the last answer of the configuration page, at most a minute old when used; `comments|wiki` → what the
	 * comment engine must know of it, at most a day old
	 */
	cache: { schema: v.object({ at: v.number(), value: v.unknown() }), sealed: false },
} as const;
export type Collections = typeof collections;
export type CollectionName = keyof Collections;
export type ItemOf<N extends CollectionName> = v.InferOutput<Collections[N]['schema']>;

/** A handler's own keys: never extractable, so opaque here; hosts give browser CryptoKeys. */
export interface HandlerKeys {
	readonly public: { readonly id: string; readonly age: string; readonly sign: string };
	/** X25519 private CryptoKey. */
	readonly age: object;
	/** Ed25519 private CryptoKey. */
	readonly sign: object;
}

/** Stored things on this machine. Every method rejects only when storage itself fails. */
export interface Vault {
	get<N extends CollectionName>(name: N, key: string): Promise<ItemOf<N> | undefined>;
	put<N extends CollectionName>(name: N, key: string, value: ItemOf<N>): Promise<void>;
	drop(name: CollectionName, key: string): Promise<void>;
	all<N extends CollectionName>(name: N): Promise<{ key: string; value: ItemOf<N> }[]>;
	/** Reads and writes in one transaction; only for collections that are not sealed. `undefined` drops the row. */
	update<N extends UnsealedName>(
		name: N,
		key: string,
		change: (old: ItemOf<N> | undefined) => ItemOf<N> | undefined,
	): Promise<ItemOf<N> | undefined>;
	/** Key of handler keys: `<wiki base>|<user>`, and `|former` behind it for those that are being replaced. */
	handlerKeys(owner: string): Promise<HandlerKeys | undefined>;
	keepHandlerKeys(owner: string, keys: HandlerKeys): Promise<void>;
	dropHandlerKeys(owner: string): Promise<void>;
	/** Forgets everything of this person on this machine. */
	clear(): Promise<void>;
}
export type UnsealedName = {
	[N in CollectionName]: Collections[N]['sealed'] extends false ? N : never;
}[CollectionName];

/** One draft a target: the same comment clicked again finds its words. */
export function draftKey(target: {
	wiki: string;
	page?: string | undefined;
	author: string | null;
	at?: string | undefined;
	revision?: number | undefined;
	logId?: number | undefined;
	commentId?: string | undefined;
	type: string;
}): string {
	return [
		target.wiki,
		target.type,
		target.page,
		target.commentId ?? target.author,
		target.at,
		target.revision,
		target.logId,
	]
		.map((part) => part ?? '')
		.join('|');
}
