/** What a host gives the keeper: storage, the way to wikis and backends, and a clock. */
import type { Incident } from '../contract/incident.ts';
import type { ApiCall } from '../contract/page-panel.ts';
import type { Outcome } from '../contract/problem.ts';
import type { Vault } from '../contract/vault.ts';

export interface KeeperServices {
	readonly vault: Vault;
	/** One call of a wiki's API as the person who is logged in there: JSON, format version 2; never a free address. */
	wikiApi(wiki: string, call: ApiCall, signal: AbortSignal): Promise<Outcome<unknown>>;
	/** An emergency for the Extension:ReportIncident of a wiki, as the person who is logged in there. */
	handOff(wiki: string, incident: Incident, signal: AbortSignal): Promise<Outcome<Record<string, never>>>;
	/** Titles of files of another wiki with these bytes, asked as nobody; left out where a host has no way there. */
	sharedFiles?(base: string, sha1: string, signal: AbortSignal): Promise<Outcome<readonly string[]>>;
	/** For the backend only. */
	readonly fetch: typeof fetch;
	/** Milliseconds since 1970. */
	now(): number;
	/** Names this process in a lease row: random, made when it starts. */
	readonly process: string;
	/** Ends with the process or the panel. */
	readonly signal: AbortSignal;
}
