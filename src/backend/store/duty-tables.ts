/** The table of what somebody was told of. */

export interface DutyAlertTable {
	report: string;
	/** Why: `new`, `appeal`, `contest`, `late-look`, `late`, `late-appeal`, `late-contest`. */
	reason: string;
	/** 0 those on duty, 1 the team, 2 staff. */
	stage: number;
	/** When it was told (ms); 0 while it is not. */
	at: number;
	/** Nobody else tries before (ms). */
	held: number;
	tries: number;
}

export interface DutyTables {
	duty_alert: DutyAlertTable;
}
