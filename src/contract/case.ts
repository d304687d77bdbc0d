/** What a handler's client gets from the backend: rows to open with the own key, the sealed report, its messages. */
import * as v from 'valibot';
import { clauseIds } from '../domain/conduct/clauses.ts';
import { routeIds } from '../domain/report/kinds.ts';
import { reportStates } from '../domain/report/states.ts';
import { DueSchema, StoredMessageSchema } from './follow.ts';
import { Base64, KeyId, ReportId, Sha256, Timestamp, WikiBase } from './primitives.ts';

export const CaseRowSchema = v.object({
	id: ReportId,
	wiki: WikiBase,
	route: v.picklist(routeIds),
	section: v.picklist(clauseIds),
	at: Timestamp,
	state: v.picklist(reportStates),
	/** In this state since then. */
	since: Timestamp,
	due: v.nullable(DueSchema),
	/** By what right it came; says nothing of who sent it. */
	standing: v.picklist(['token', 'work']),
	appealed: v.boolean(),
	/** When its reporter wrote last, where no handler answered since. */
	unanswered: v.nullable(Timestamp),
	/** The asking handler's own grants only. */
	grants: v.array(v.object({ key: KeyId, box: Base64 })),
});
export type CaseRow = v.InferOutput<typeof CaseRowSchema>;

export const CaseListSchema = v.object({
	cases: v.array(CaseRowSchema),
	/** The backend's clock, to tell what is overdue. */
	now: Timestamp,
	/** Give it back as `after` for the next page; null at the end. */
	next: v.nullable(v.string()),
});
export const SealedCaseSchema = v.object({ ...CaseRowSchema.entries, sealed: Base64, hash: Sha256 });
export type SealedCase = v.InferOutput<typeof SealedCaseSchema>;

/** The messages of a report, oldest first, and where it stands. */
export const CaseThreadSchema = v.object({
	row: CaseRowSchema,
	messages: v.array(StoredMessageSchema),
	/** Whether the asker decided it, and so cannot decide it again after an appeal. */
	decidedByMe: v.boolean(),
	/** How many handlers found bad faith, and whether the asker did. */
	badFaith: v.object({ findings: v.number(), mine: v.boolean() }),
	/** Whether an identity is sealed to the custodians. */
	pseudonymous: v.boolean(),
});
export type CaseThread = v.InferOutput<typeof CaseThreadSchema>;

const SealedText = v.pipe(Base64, v.maxLength(200_000));
export const AnswerReporterSchema = v.object({ sealed: SealedText });

/** One legal step; `conflict` where the report is no longer in the state `from`. A decision carries its words. */
export const MoveCaseSchema = v.object({
	from: v.picklist(reportStates),
	to: v.picklist(reportStates),
	message: v.optional(v.object({ id: ReportId, sealed: SealedText })),
});
export const MovedSchema = v.object({ state: v.picklist(reportStates), since: Timestamp, due: v.nullable(DueSchema) });
