/** What came of an act that was done. */

export interface Done {
	/** Of the wiki's log; null where it could not be read, or nothing is written there. */
	readonly logId: number | null;
	readonly revision: number | null;
	/** null for without end, or where nothing lasts. */
	readonly until: string | null;
}

export const nothingDone: Done = { logId: null, revision: null, until: null };
