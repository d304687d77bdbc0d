/** What the backend reads of a wiki: its configuration and the keys its people publish. */
import type { WikiConfig } from '../../domain/config/model.ts';
import type { PublicKey } from '../../domain/keys/model.ts';
import { canonicalName } from '../../domain/people/names.ts';
import type { Outcome } from '../../contract/problem.ts';

/** A key that stood on an account's own key page, in revisions made by that account. */
export interface PageKey {
	readonly key: PublicKey;
	/** First revision that had it. */
	readonly revision: number;
	/** From when (ms, wiki clock), and until when; null while it stands there. */
	readonly from: number;
	readonly until: number | null;
}

/** By canonical name, oldest key first; who has none is left out, and null is somebody whose page could not be read. */
export type KeysByUser = ReadonlyMap<string, readonly PageKey[] | null>;

export interface WikiDirectory {
	/** At most `maxAge` ms old; half a minute where nothing is said. */
	config(wiki: string, maxAge?: number): Promise<Outcome<WikiConfig>>;
	/** Every key that each of these accounts ever published. */
	keysOf(wiki: string, users: readonly string[], maxAge?: number): Promise<Outcome<KeysByUser>>;
}

/** Everybody in a team, by canonical name. */
export function membersOf(config: WikiConfig): string[] {
	return [...new Set(Object.values(config.teams).flatMap((team) => team.members.map(canonicalName)))];
}
