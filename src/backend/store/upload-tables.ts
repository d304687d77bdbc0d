/** The tables of hash checking: lists and their entries, files and their hashes, submissions, matches and what people did. */

/** One hash of one source in one list. `n` is also the stamp of its adding: stamps of a list go up by one for every change. */
export interface UploadEntryTable {
	list: string;
	n: number;
	kind: string;
	value: Uint8Array;
	/** The provider's id of the picture. */
	source: string;
	label: string;
	quality: number | null;
	votes_for: number;
	votes_against: number;
	/** Why it is in quarantine, never to be matched; null for a good one. */
	junk: string | null;
	/** Stamp of its withdrawal. */
	removed: number | null;
}

export interface UploadListTable {
	id: string;
	/** Stamp of the last change. */
	stamp: number;
	/** Up to this stamp changes are in the public log: only they are matched. */
	logged: number;
	/** Up to this stamp stored files were compared with what was added. */
	swept: number;
	version: number;
	/** Class, agreement and threshold as last committed to. */
	settings: string;
	/** `idle`, `running` or `failed`, with why. */
	state: string;
	note: string;
	/** Page of a source that is to be read next, null when it was read to its end. */
	page: string | null;
	/** From when on a source is asked for changes. */
	since: string | null;
	/** What the last import did, as JSON. */
	counts: string;
	at: number;
}

/** The public log, and the salt that opens each commitment to an auditor. */
export interface UploadLogTable {
	seq: number;
	at: number;
	list: string;
	version: number;
	root: string;
	previous: string;
	hash: string;
	key: string;
	signature: string;
	/** Not public. */
	salt: Uint8Array;
	settings: string;
	from_stamp: number;
	to_stamp: number;
}

export interface UploadFileTable {
	wiki: string;
	title: string;
	/** MediaWiki's base 36. */
	sha1: string;
	at: number;
	/** Whose upload it was: an HMAC, to be compared with that of a submission. */
	tag: string;
	/** `waiting`, `done`, `gone` or `unreadable`. */
	state: string;
	/** Uploads are hashed before existing files. */
	urgent: number;
	tries: number;
	due: number;
	/** 33 bytes a view: which, and its PDQ hash. */
	views: Uint8Array | null;
	md5: Uint8Array | null;
	sha256: Uint8Array | null;
	/** Number in the order of hashing, for the index of files; null until hashed. */
	n: number | null;
}

/** How far a wiki has been followed. */
export interface UploadPositionTable {
	wiki: string;
	/** `log` or `all`. */
	pass: string;
	position: string;
	at: number;
}

/** Hashes from a client until they have been compared, then the tag alone, so that they are not taken twice. */
export interface UploadSubmissionTable {
	tag: string;
	wiki: string;
	at: number;
	state: string;
	sha1: string | null;
	md5: Uint8Array | null;
	sha256: Uint8Array | null;
	views: Uint8Array | null;
}

export interface UploadMatchTable {
	id: string;
	class: string;
	wiki: string;
	sha1: string;
	/** Null until the file is published. */
	title: string | null;
	state: string;
	at: number;
	decided: number | null;
	/** The submission's tag while only a client said so. */
	tag: string | null;
	/** 1 once the duty rota was told. */
	alerted: number;
}

export interface UploadHitTable {
	match: string;
	list: string;
	n: number;
	kind: string;
	distance: number;
	view: string;
}

/** Who did what with a match: looks, decisions, steps of a report. `who` is a staff key id. */
export interface UploadActTable {
	id: string;
	match: string;
	at: number;
	who: string;
	act: string;
	/** Sealed by the client, for staff. */
	box: Uint8Array | null;
}

export interface UploadPreservedTable {
	match: string;
	until: number;
	/** age file of the file's bytes. */
	sealed: Uint8Array;
	sha256: string;
}

export interface UploadReportTable {
	match: string;
	stage: string;
	prepared_by: string;
	mode: string;
	/** Number that the CyberTipline gave. */
	number: string | null;
	at: number;
}

export interface UploadTables {
	upload_list: UploadListTable;
	upload_entry: UploadEntryTable;
	upload_log: UploadLogTable;
	upload_file: UploadFileTable;
	upload_position: UploadPositionTable;
	upload_submission: UploadSubmissionTable;
	upload_match: UploadMatchTable;
	upload_hit: UploadHitTable;
	upload_act: UploadActTable;
	upload_preserved: UploadPreservedTable;
	upload_report: UploadReportTable;
}
