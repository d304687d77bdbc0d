/** A report on its way: what is sealed, and what the backend sees. */
import * as v from 'valibot';
import { clauseIds } from '../domain/conduct/clauses.ts';
import { kindIds, routeIds } from '../domain/report/kinds.ts';
import { AttachmentSchema, mostAttachments, mostPieces } from './attachment.ts';
import { EvidenceSchema } from './evidence.ts';
import { SealedIdentitySchema } from './identity.ts';
import {
	Base64,
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
import { AttestedSchema, StandingSchema } from './standing.ts';

/**
 * named: handlers read the name; with `attested` their client can check that it is theirs. pseudonymous: the name is sealed to
 * the custodians apart from the report. anonymous: nobody can be asked.
 */
const ReporterSchema = v.variant('mode', [
	v.object({
		mode: v.literal('named'),
		user: UserName,
		attested: v.optional(AttestedSchema),
	}),
	v.object({ mode: v.literal('pseudonymous'), user: v.null() }),
	v.object({ mode: v.literal('anonymous'), user: v.null() }),
]);
export type Reporter = v.InferOutput<typeof ReporterSchema>;

/** Who is in danger, where it is reported as an emergency: the person who reports, somebody else, many, somebody by themselves. */
export const dangerIds = ['me', 'somebody', 'many', 'self'] as const;
export type DangerId = (typeof dangerIds)[number];

export const wishIds = ['no-contact', 'remove-words', 'measure', 'advice', 'only-know'] as const;

/** Everything a report says, before it is sealed: the plain text of the age file. */
export const ReportBodySchema = v.object({
	v: v.literal(1),
	id: ReportId,
	wiki: WikiBase,
	kind: v.picklist(kindIds),
	clause: v.picklist(clauseIds),
	details: TypedText,
	/** Reported as an emergency. */
	danger: v.optional(v.picklist(dangerIds)),
	evidence: v.pipe(v.array(EvidenceSchema), v.maxLength(mostPieces)),
	/** From outside the wiki; never with a kind that concerns the safety of a child. */
	attachments: v.optional(v.pipe(v.array(AttachmentSchema), v.maxLength(mostAttachments))),
	/** Everybody named in it: nobody of them receives it. */
	named: v.array(UserName),
	/** Must not see it although it does not name them: nobody of them receives it either. */
	excluded: v.optional(v.array(UserName)),
	reporter: ReporterSchema,
	/** What would help, if the person said so. */
	wishes: v.optional(v.array(v.picklist(wishIds))),
	/** How to be reached outside this report, if wanted. */
	contact: v.optional(v.pipe(v.string(), v.maxLength(500))),
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
	/** Which report it opens, so that the line of one cannot stand before another. */
	report: ReportId,
	/** AGE-SECRET-KEY-1… of this one report. */
	secret: v.pipe(v.string(), v.regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/)),
	summary: v.object({
		kind: v.picklist(kindIds),
		clause: v.picklist(clauseIds),
		subject: v.nullable(UserName),
		page: v.nullable(Title),
		at: Timestamp,
		/** Where the report says its name; links two reports that are about each other. */
		reporter: v.nullable(UserName),
		/** Of the thing reported (`aboutOf`): reports of the same thing are read together, by handlers' clients alone. */
		about: Sha256,
	}),
});
export type GrantBody = v.InferOutput<typeof GrantBodySchema>;

/** age file of a report's body, to the report's own key. */
export const SealedBody = v.pipe(Base64, v.maxLength(12_000_000));

/** A sealed report as the backend gets it: ciphertext and the little that routing needs. */
export const SealedReportSchema = v.object({
	v: v.literal(1),
	wiki: WikiBase,
	route: v.picklist(routeIds),
	/** The numbered section only, `ucoc:3.1`. */
	section: v.picklist(clauseIds.filter((id) => /^ucoc:\d(\.\d)?$/.test(id))),
	sealed: SealedBody,
	/** SHA-256 over the bytes of the age file. */
	hash: Sha256,
	/** age files of `GrantBody`, one a recipient. */
	grants: v.pipe(
		v.array(v.object({ key: KeyId, box: v.pipe(Base64, v.maxLength(8_000)) })),
		v.minLength(1),
		v.maxLength(200),
	),
	/** age file of the report's secret key, sealed to the key that the return code gives. */
	follow: v.pipe(Base64, v.maxLength(8_000)),
	/** Only where the reporter is pseudonymous. */
	identity: v.optional(SealedIdentitySchema),
});
export type SealedReport = v.InferOutput<typeof SealedReportSchema>;

/** As it is sent: with the right it comes by, which is no part of the report. */
export const SendReportSchema = v.object({ ...SealedReportSchema.entries, standing: StandingSchema });
