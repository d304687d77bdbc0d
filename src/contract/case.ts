/** What a handler's client gets from the backend: rows to open with the own key, and the sealed report itself. */
import * as v from 'valibot';
import { clauseIds } from '../domain/conduct/clauses.ts';
import { routeIds } from '../domain/report/kinds.ts';
import { reportStates } from '../domain/report/states.ts';
import { Base64, KeyId, ReportId, Sha256, Timestamp, WikiBase } from './primitives.ts';

export const CaseRowSchema = v.object({
	id: ReportId,
	wiki: WikiBase,
	route: v.picklist(routeIds),
	section: v.picklist(clauseIds),
	at: Timestamp,
	state: v.picklist(reportStates),
	/** The asking handler's own grants only. */
	grants: v.array(v.object({ key: KeyId, box: Base64 })),
});
export type CaseRow = v.InferOutput<typeof CaseRowSchema>;

export const CaseListSchema = v.object({
	cases: v.array(CaseRowSchema),
	/** Give it back as `after` for the next page; null at the end. */
	next: v.nullable(v.string()),
});
export const SealedCaseSchema = v.object({ ...CaseRowSchema.entries, sealed: Base64, hash: Sha256 });
export type SealedCase = v.InferOutput<typeof SealedCaseSchema>;
