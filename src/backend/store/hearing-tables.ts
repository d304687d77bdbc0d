/** The tables of hearings: apart from those of messages with reporters, so that no query meets both. */

export interface HearingTable {
	/** Of the code. */
	id: string;
	report: string;
	wiki: string;
	/** SHA-256 of the capability, base64url. */
	capability: string;
	at: number;
	/** The case is gone. */
	over_at: number | null;
	/** When reasons were given last, and when they were contested, once. */
	reasons_at: number | null;
	contested_at: number | null;
}

/** Sealed to the hearing's own key, which the person heard and the handlers hold. */
export interface HearingMessageTable {
	hearing: string;
	/** Made by its writer. */
	id: string;
	at: number;
	/** `reporter`, who is the person heard here, or `handler`. */
	sender: string;
	kind: string;
	/** age file, bytes. */
	sealed: Uint8Array;
}

export interface HearingTables {
	hearing: HearingTable;
	hearing_message: HearingMessageTable;
}
