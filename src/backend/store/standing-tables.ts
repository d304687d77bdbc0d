/** The tables of standing and of sealed identities: none of them joins an account to a report. */

/** How many tokens an account got on a day; the row is gone the day after. */
export interface TokenCountTable {
	/** HMAC of the account. */
	account: string;
	/** Days since 1970. */
	day: number;
	count: number;
}

/** What whoever issued it never saw. */
export interface SpentTokenTable {
	/** SHA-256 of the token's message, base64url. */
	token: string;
	/** Of the key it was signed with. */
	term: number;
}

/** That a report was sent in bad faith, in the eyes of one handler: a row for each key they hold it by. */
export interface FindingTable {
	/** HMAC of the report. */
	matter: string;
	/** HMAC of report and key. */
	finder: string;
	/** The same for one handler's rows, random. */
	finding: string;
	/** HMAC of report and account. */
	subject: string;
}

export interface SlowingTable {
	/** HMAC of report and account, of another kind than a finding's. */
	id: string;
	/** HMAC of the account. */
	account: string;
	/** Midnight of a day, ms. */
	until: number;
}

export interface IdentityTable {
	report: string;
	/** age file, bytes. */
	sealed: Uint8Array;
}

export interface IdentityShareTable {
	report: string;
	/** Id of the custodian's key. */
	key: string;
	/** age file of the share, bytes. */
	box: Uint8Array;
}

/** Rows are only ever added. */
export interface OpeningTable {
	id: string;
	report: string;
	at: number;
	/** Id of the custodian's key. */
	asked_by: string;
	/** age file, bytes. */
	reason: Uint8Array;
}

/** Rows are only ever added. */
export interface OpeningApprovalTable {
	opening: string;
	at: number;
	/** Id of the second custodian's key. */
	approved_by: string;
	/** Their share, in an age file for who asked. */
	box: Uint8Array;
}

export interface StandingTables {
	token_count: TokenCountTable;
	spent_token: SpentTokenTable;
	finding: FindingTable;
	slowing: SlowingTable;
	identity: IdentityTable;
	identity_share: IdentityShareTable;
	opening: OpeningTable;
	opening_approval: OpeningApprovalTable;
}
