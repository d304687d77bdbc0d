/** The tables of recovery: what two holders of a recovery key were asked to open together, and what they did open. */

/** Rows are only ever added. */
export interface RecoveryTable {
	/** Made by who asks. */
	id: string;
	wiki: string;
	at: number;
	/** `RecoveryScope` as JSON. */
	scope: string;
	/** Id of the asker's own key. */
	asked_by: string;
	/** age file, bytes. */
	reason: Uint8Array;
}

export interface RecoveryPassTable {
	recovery: string;
	/** Id of the recovery key. */
	key: string;
	/** The asker's share of it, in an age file for its other holder. */
	box: Uint8Array;
}

/** A report that a second holder gave to who asked. Rows are only ever added. */
export interface RecoveryUseTable {
	recovery: string;
	report: string;
	at: number;
	/** Id of the second holder's own key. */
	used_by: string;
}

export interface RecoveryTables {
	recovery: RecoveryTable;
	recovery_pass: RecoveryPassTable;
	recovery_use: RecoveryUseTable;
}
