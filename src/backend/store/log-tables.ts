/** The tables of the cases' logs as Kysely sees them, and what of a log's end stands in a report's own row. */

export interface CaseEventTable {
	report: string;
	/** From 1, without gaps. */
	seq: number;
	kind: string;
	/** By this service's clock; the event has its writer's. */
	at: number;
	/** `eventHash`, hex. */
	hash: string;
	/** The event as JSON. */
	event: string;
	/** age file to the handlers' own key; null where there is none, or it was erased. */
	sealed: Uint8Array | null;
}

/** Who looks at a case now. */
export interface CasePresenceTable {
	report: string;
	/** `token` of the session. */
	who: string;
	/** Key of the handler. */
	key: string;
	until: number;
}

/** Where the logs ended at some moment. */
export interface HeadSnapshotTable {
	/** From 1, without gaps. */
	n: number;
	at: number;
	/** Hash of the one before; 64 zeros for the first. */
	previous: string;
	/** Of `snapshotText`, hex. */
	hash: string;
	/** A line a log that changed since the one before: report, number and hash of its last event. */
	heads: string;
}

/** Columns of `report`: what its log has come to. */
export interface LogColumns {
	version: number;
	head: string;
	changed: number;
	assigned: string | null;
	lease_key: string | null;
	lease_until: number | null;
	severity: string | null;
	snoozed: number | null;
	in_group: string | null;
	/** `asked`, `on`, or `lifting`: one of two has said so. */
	hold: string | null;
	/** All key ids of who said so first, with a blank between them. */
	hold_by: string | null;
}

export interface LogTables {
	case_event: CaseEventTable;
	case_presence: CasePresenceTable;
	head_snapshot: HeadSnapshotTable;
}
