/** Which table goes into which backup: what opens a report only into the short-lived one, so that what is erased is gone for good. */
import type { Tables } from '../store/schema.ts';

/** `long`: kept as long as the operator likes, and nothing in it opens a report. `grants`: kept for days. */
export const backupKinds = ['long', 'grants'] as const;
export type BackupKind = (typeof backupKinds)[number];

export interface Plan {
	/** Its primary key: rows are read in this order. */
	readonly key: readonly string[];
	/** The backup that it goes into; null for what is over within hours. */
	readonly into: BackupKind | null;
	/** Boxes among its columns, each with what stands for it in this backup: the other one has it, with the key of its row. */
	readonly boxes?: Readonly<Record<string, null | Uint8Array>>;
	/** Its rows may have megabytes. */
	readonly large?: true;
}
interface PlanOf<T extends keyof Tables> extends Plan {
	readonly key: readonly (keyof Tables[T] & string)[];
}

/** One entry a table, so that a new one cannot be forgotten; those that others refer to come before them. */
export const plans: { readonly [T in keyof Tables]: PlanOf<T> } = {
	report: { key: ['id'], into: 'long', boxes: { follow: null }, large: true },
	report_grant: { key: ['report', 'key'], into: 'grants' },
	report_message: { key: ['report', 'id'], into: 'long', large: true },
	case_event: { key: ['report', 'seq'], into: 'long' },
	head_snapshot: { key: ['n'], into: 'long' },
	case_presence: { key: ['report', 'who'], into: null },
	hearing: { key: ['id'], into: 'long' },
	hearing_message: { key: ['hearing', 'id'], into: 'long', large: true },
	duty_alert: { key: ['report', 'reason', 'stage'], into: 'long' },
	identity: { key: ['report'], into: 'long' },
	identity_share: { key: ['report', 'key'], into: 'grants' },
	opening: { key: ['id'], into: 'long' },
	opening_approval: { key: ['opening'], into: 'long', boxes: { box: new Uint8Array(0) } },
	recovery: { key: ['id'], into: 'long' },
	recovery_pass: { key: ['recovery', 'key'], into: 'grants' },
	recovery_use: { key: ['recovery', 'report'], into: 'long' },
	receipt_key: { key: ['id'], into: 'long' },
	session: { key: ['token'], into: null },
	sign_in: { key: ['state'], into: null },
	token_count: { key: ['account', 'day'], into: null },
	spent_token: { key: ['token'], into: 'long' },
	finding: { key: ['matter', 'finder'], into: 'long' },
	slowing: { key: ['id'], into: 'long' },
	// Lists and what was kept for an authority are to go when their owner or the law says so: never into what is kept long.
	upload_list: { key: ['id'], into: 'grants' },
	upload_entry: { key: ['list', 'n'], into: 'grants' },
	upload_log: { key: ['seq'], into: 'grants' },
	upload_file: { key: ['wiki', 'title', 'sha1'], into: 'grants' },
	upload_position: { key: ['wiki', 'pass'], into: 'grants' },
	upload_submission: { key: ['tag'], into: 'grants' },
	upload_match: { key: ['id'], into: 'grants' },
	upload_hit: { key: ['match', 'list', 'n'], into: 'grants' },
	upload_act: { key: ['id'], into: 'grants' },
	upload_preserved: { key: ['match'], into: 'grants', large: true },
	upload_report: { key: ['match'], into: 'grants' },
};

/** What of a table goes into a backup: all of it without its boxes, or only its boxes with their keys. */
export function partOf({ into, boxes = {} }: Plan, kind: BackupKind): 'rows' | 'boxes' | null {
	if (into === kind) return 'rows';
	return into !== null && Object.keys(boxes).length > 0 ? 'boxes' : null;
}
