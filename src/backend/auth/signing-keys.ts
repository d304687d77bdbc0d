/** The keys that a handler may sign with now: those that stand on their page or in the configuration. */
import { done, type Outcome } from '../../contract/problem.ts';
import { canonicalName } from '../../domain/people/names.ts';
import type { BackendConfig } from '../config.ts';
import { membersOf, type WikiDirectory } from '../wiki/directory.ts';
import { ownPageKeys, staffOf } from './handler.ts';
import { keysOfStaff } from './staff-keys.ts';

/** Key id to the Ed25519 key, base64url, as the wiki says at most `maxAge` ms ago. Not those that were replaced: they may be lost. */
export async function signingKeys(
	config: BackendConfig,
	directory: WikiDirectory,
	person: { readonly wiki: string; readonly user: string },
	maxAge?: number,
): Promise<Outcome<ReadonlyMap<string, string>>> {
	const found = new Map<string, string>();
	for (const { key } of staffOf(config, person)) if (key.sign !== undefined) found.set(key.id, key.sign);
	const wiki = await directory.config(person.wiki);
	if (!wiki.ok) return found.size > 0 ? done(found) : wiki;
	const members = membersOf(wiki.value);
	if (!members.includes(canonicalName(person.user))) return done(found);
	const keys = await directory.keysOf(person.wiki, members, maxAge);
	if (!keys.ok) return found.size > 0 ? done(found) : keys;
	const staffIds = new Set(config.staff.flatMap(keysOfStaff));
	for (const { key, until } of ownPageKeys(person.user, keys.value, staffIds)) {
		if (until === null) found.set(key.id, key.sign);
	}
	return done(found);
}
