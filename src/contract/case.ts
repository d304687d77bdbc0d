/** What a handler's client gets from the backend: rows to open with the own key, the sealed report, its messages. */
import * as v from 'valibot';
import { clauseIds } from '../domain/conduct/clauses.ts';
import { routeIds } from '../domain/report/kinds.ts';
import { severities } from '../domain/case/event-kinds.ts';
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
	/** Of its log: how many events, and the hash of the last; 0 and 64 zeros where there is none. */
	version: v.number(),
	head: Sha256,
	/** When the last of them was written, by the backend's clock. */
	changed: Timestamp,
	/** Whose it is until somebody says otherwise. */
	assigned: v.nullable(KeyId),
	/** Who works on it now. */
	lease: v.nullable(v.object({ key: KeyId, until: Timestamp })),
	severity: v.nullable(v.picklist(severities)),
	snoozed: v.nullable(Timestamp),
	/** One case with the other reports of this group; told only to who sees two or more of them. */
	group: v.nullable(ReportId),
	/** Legal hold: asked for by one person, or in force. */
	hold: v.nullable(v.picklist(['asked', 'on'])),
	/** The asking handler's own grants only. `desk`: age file of the handlers' own key, where there is one for this key. */
	grants: v.array(v.object({ key: KeyId, box: Base64, desk: v.nullable(Base64) })),
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
