/** A report on its way: what is sealed, what the backend sees, and the receipt it answers with. */
import * as v from 'valibot';
import { clauseIds } from '../domain/conduct/clauses.ts';
import { kindIds, routeIds } from '../domain/report/kinds.ts';
import { reportStates } from '../domain/report/states.ts';
import { AttachmentSchema, mostAttachments, mostPieces } from './attachment.ts';
import {
	Base64,
	Base64Url,
	Bytes32,
	KeyId,
	LanguageCode,
	ReportId,
	RevisionId,
	Sha256,
	Timestamp,
	Title,
	TypedText,
	UserName,
	WikiBase,
} from './primitives.ts';
import { TargetSchema } from './target.ts';

export { TargetSchema, type Target } from './target.ts';

const Line = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What exact attribution says of a clicked comment. */
export const ReadingSchema = v.object({
	revision: RevisionId,
	/** False: no such comment was found in that revision. Then nothing else is said. */
	onPage: v.boolean(),
	/** False where the signature names several people, or somebody else saved the words than it names. */
	authorCertain: v.optional(v.boolean()),
	/** Everybody whom the signature names, where that is more than one or not certain. */
	signers: v.optional(v.pipe(v.array(UserName), v.maxLength(20))),
	/** False: the comment comes from elsewhere (a template, another page shown in this one). Left out: not known. */
	inSource: v.optional(v.boolean()),
	/** First and last line of the comment in the revision's source, from 1; `wikitext` is these lines. */
	lines: v.optional(v.object({ first: Line, last: Line })),
	/** The lines around them. */
	before: v.optional(v.pipe(v.string(), v.maxLength(2000))),
	after: v.optional(v.pipe(v.string(), v.maxLength(2000))),
	/** The passage as it was added, where it reads differently now. */
	asAdded: v.optional(v.pipe(v.string(), v.maxLength(50_000))),
});
export type Reading = v.InferOutput<typeof ReadingSchema>;

/** A target as the keeper re-read it from the wiki: evidence that stands without the page. */
export const EvidenceSchema = v.object({
	target: TargetSchema,
	/** The revision that added the text, where the wiki's API could tell. */
	addedBy: v.optional(
		v.object({ revision: RevisionId, parent: v.optional(RevisionId), user: v.nullable(UserName), at: Timestamp }),
	),
	permalink: v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\//)),
	diff: v.optional(v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\//))),
	/** Source text of the passage, and its SHA-256. */
	wikitext: v.optional(v.pipe(v.string(), v.maxLength(50_000))),
	hash: v.optional(Sha256),
	/** For a comment, by the client's own reading of the revision that was shown; without it that could not be read. */
	reading: v.optional(ReadingSchema),
	/**
	 * confirmed: the quoted words stand in that revision; changed: the page no longer says so; hidden: the wiki hides the
	 * revision; deleted: it is gone; unconfirmed: the wiki could not be asked or the words were not found.
	 */
	state: v.picklist(['confirmed', 'changed', 'hidden', 'deleted', 'unconfirmed']),
});
export type Evidence = v.InferOutput<typeof EvidenceSchema>;

/** Everything a report says, before it is sealed: the plain text of the age file. */
export const ReportBodySchema = v.object({
	v: v.literal(1),
	id: ReportId,
	wiki: WikiBase,
	kind: v.picklist(kindIds),
	clause: v.picklist(clauseIds),
	details: TypedText,
	evidence: v.pipe(v.array(EvidenceSchema), v.maxLength(mostPieces)),
	/** From outside the wiki; never with a kind that concerns the safety of a child. */
	attachments: v.optional(v.pipe(v.array(AttachmentSchema), v.maxLength(mostAttachments))),
	/** Everybody named in it: nobody of them receives it. */
	named: v.array(UserName),
	reporter: v.object({ mode: v.picklist(['named', 'anonymous']), user: v.nullable(UserName) }),
	language: LanguageCode,
	at: Timestamp,
	/** Revision of MediaWiki:Wikihaven.json that the recipients were read from. */
	configRevision: RevisionId,
	/** Who can open it, by name and key, so that a reader sees who else does. */
	recipients: v.array(v.object({ name: v.string(), key: KeyId })),
});
export type ReportBody = v.InferOutput<typeof ReportBodySchema>;

/** The plain text of a grant: the report's key and one line for the queue. */
export const GrantBodySchema = v.object({
	v: v.literal(1),
	/** AGE-SECRET-KEY-1… of this one report. */
	secret: v.pipe(v.string(), v.regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/)),
	summary: v.object({
		kind: v.picklist(kindIds),
		clause: v.picklist(clauseIds),
		subject: v.nullable(UserName),
		page: v.nullable(Title),
		at: Timestamp,
	}),
});
export type GrantBody = v.InferOutput<typeof GrantBodySchema>;

/** A sealed report as the backend gets it: ciphertext and the little that routing needs. */
export const SealedReportSchema = v.object({
	v: v.literal(1),
	wiki: WikiBase,
	route: v.picklist(routeIds),
	/** The numbered section only, `ucoc:3.1`. */
	section: v.picklist(clauseIds.filter((id) => /^ucoc:\d(\.\d)?$/.test(id))),
	/** age file of the report's body, to the report's own key. */
	sealed: v.pipe(Base64, v.maxLength(12_000_000)),
	/** SHA-256 over the bytes of the age file. */
	hash: Sha256,
	/** age files of `GrantBody`, one a recipient. */
	grants: v.pipe(
		v.array(v.object({ key: KeyId, box: v.pipe(Base64, v.maxLength(8_000)) })),
		v.minLength(1),
		v.maxLength(200),
	),
});
export type SealedReport = v.InferOutput<typeof SealedReportSchema>;

/** Signed word of the backend that it keeps a report: verifies offline with a listed key. */
export const ReceiptSchema = v.object({
	v: v.literal(1),
	id: ReportId,
	hash: Sha256,
	at: Timestamp,
	key: KeyId,
	/** Ed25519 over `receiptText`, base64url. */
	signature: Base64Url,
});
export type Receipt = v.InferOutput<typeof ReceiptSchema>;

/** The signed text of a receipt. */
export function receiptText(receipt: Pick<Receipt, 'id' | 'hash' | 'at'>): string {
	return `wikihaven-receipt-v1\n${receipt.id}\n${receipt.hash}\n${receipt.at}`;
}

/** Receipt keys, old ones too: `id` is the first 16 hex digits of SHA-256 over the base64url key. */
export const ReceiptKeySchema = v.object({ id: KeyId, key: Bytes32, since: Timestamp });

/** What a reporter is told of a report, by its capability alone. */
export const ReportStatusSchema = v.object({
	id: ReportId,
	state: v.picklist(reportStates),
	receipt: ReceiptSchema,
});
