/** The tables of the store as Kysely sees them: text, integers (milliseconds where a time is meant) and bytes, nothing else. */
import type { Insertable } from 'kysely';
import type { DutyTables } from './duty-tables.ts';
import type { HearingTables } from './hearing-tables.ts';
import type { LogColumns, LogTables } from './log-tables.ts';
import type { RecoveryTables } from './recovery-tables.ts';
import type { StandingTables } from './standing-tables.ts';
import type { UploadTables } from './upload-tables.ts';

export interface ReportTable extends LogColumns {
	/** Made by the client: id and idempotency key in one. */
	id: string;
	wiki: string;
	route: string;
	section: string;
	at: number;
	state: string;
	/** In this state since then. */
	since: number;
	/** By what right it came: `token` or `work`. */
	standing: string;
	/** age file, bytes; none once withdrawn. */
	sealed: Uint8Array;
	/** SHA-256 of `sealed` as it came, hex. */
	hash: string;
	/** The same of `sealed` as it is, where something was withheld since. */
	remainder_hash: string | null;
	/** SHA-256 of the capability, base64url: who holds the capability is who sent it, and nothing else says who that is. */
	capability: string;
	receipt_key: string;
	receipt_signature: string;
	/** age file of the report's key, for its reporter's return code. */
	follow: Uint8Array | null;
	/** The first decision. */
	decided_at: number | null;
	/** Ids of all keys of those who decided, with a blank between them. */
	decided_by: string | null;
	/** The last step of a handler: from which state, and ids of all their keys, with a blank between them. */
	moved_from: string | null;
	moved_by: string | null;
	appealed_at: number | null;
	/** When the person reported contested the decision last. */
	contested_at: number | null;
	/** When each side wrote last. */
	reporter_wrote: number | null;
	handler_wrote: number | null;
	feedback: string | null;
	/** When all that it said was erased. */
	erased_at: number | null;
	/** All key ids of who asked first that it be, with a blank between them. */
	erase_by: string | null;
}
/** A report as it comes in: what may be null is not there yet. */
export type NewReport = Insertable<ReportTable>;

/** `wiki` and `at` repeat the report's, or its appeal's, so that one index serves a handler's queue without a join. */
export interface GrantTable {
	report: string;
	key: string;
	wiki: string;
	at: number;
	/** age file of the grant, bytes. */
	box: Uint8Array;
	/** age file of the handlers' own key, bytes; null until there is one. */
	desk: Uint8Array | null;
}

/** Sealed to the report's own key, which its reporter and its recipients hold. */
export interface MessageTable {
	report: string;
	/** Made by its writer. */
	id: string;
	at: number;
	/** `reporter` or `handler`: not which. */
	sender: string;
	kind: string;
	/** age file, bytes. */
	sealed: Uint8Array;
}

/** The person is sealed with a key made from the token, which is not here: the table alone names nobody. */
export interface SessionTable {
	/** SHA-256 of the token, base64url. */
	token: string;
	wiki: string;
	person: Uint8Array;
	until: number;
}

/** A sign-in between its start and its redeeming; `code` and `person` are there once the wiki has answered. */
export interface SignInTable {
	/** SHA-256 of the state, base64url. */
	state: string;
	wiki: string;
	/** The panel's own PKCE challenge. */
	challenge: string;
	panel_origin: string;
	/** PKCE verifier of the leg between backend and wiki. */
	verifier: string;
	until: number;
	/** SHA-256 of the one-time code, base64url. */
	code: string | null;
	person: Uint8Array | null;
}

/** Public halves only; the private one lies in a file. */
export interface ReceiptKeyTable {
	id: string;
	key: string;
	since: number;
}

export interface Tables extends DutyTables, HearingTables, LogTables, RecoveryTables, StandingTables, UploadTables {
	report: ReportTable;
	report_grant: GrantTable;
	report_message: MessageTable;
	session: SessionTable;
	sign_in: SignInTable;
	receipt_key: ReceiptKeyTable;
}
