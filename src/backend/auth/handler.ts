/** Who is a handler, and whose grants they may see: roles and keys, asked anew for each request. */
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { canonicalName, samePerson } from '../../domain/people/names.ts';
import type { BackendConfig } from '../config.ts';
import type { OwnKey } from '../store/cases.ts';
import { keysOfStaff } from './staff-keys.ts';
import { membersOf, type KeysByUser, type PageKey, type WikiDirectory } from '../wiki/directory.ts';

interface Person {
	readonly wiki: string;
	readonly user: string;
}

/** A wiki's clock and ours may differ by this much (ms). */
const clockSlack = 5 * 60 * 1000;

export function staffOf(config: Pick<BackendConfig, 'staff'>, { wiki, user }: Person): BackendConfig['staff'] {
	return config.staff.filter((one) =>
		one.accounts.some((account) => account.wiki === wiki && samePerson(account.user, user)),
	);
}

/** `handler` for a member of a team of the wiki they signed in from, `staff:ROLE` as the backend's configuration says. */
export async function rolesOf(
	config: BackendConfig,
	directory: WikiDirectory,
	person: Person,
): Promise<Outcome<string[]>> {
	const staff = [...new Set(staffOf(config, person).map((one) => `staff:${one.role}`))];
	const wiki = await directory.config(person.wiki);
	// Staff do not depend on a wiki's page: it may be broken while they are needed.
	if (!wiki.ok) return staff.length > 0 ? done(['handler', ...staff]) : wiki;
	const isMember = membersOf(wiki.value).includes(canonicalName(person.user));
	return done(isMember || staff.length > 0 ? ['handler', ...staff] : []);
}

/** Keys of `user` that nobody published earlier: a key copied from a colleague's page or from staff opens no row. */
export function ownPageKeys(user: string, keys: KeysByUser, staff: ReadonlySet<string>): PageKey[] {
	const firstOf = (id: string): number =>
		Math.min(
			...[...keys.values()].flatMap((all) => all ?? []).map((one) => (one.key.id === id ? one.revision : Infinity)),
		);
	return (keys.get(canonicalName(user)) ?? []).filter(
		(one) => !staff.has(one.key.id) && one.revision === firstOf(one.key.id),
	);
}

/** The keys, current and former, whose grants this handler may see. */
export async function keysOfHandler(
	config: BackendConfig,
	directory: WikiDirectory,
	person: Person,
): Promise<Outcome<OwnKey[]>> {
	const pinned = staffOf(config, person)
		.flatMap(keysOfStaff)
		.map((id) => ({ id, wiki: null, from: 0 }));
	const wiki = await directory.config(person.wiki);
	if (!wiki.ok) return pinned.length > 0 ? done(pinned) : wiki;
	const members = membersOf(wiki.value);
	if (!members.includes(canonicalName(person.user))) return done(pinned);
	const keys = await directory.keysOf(person.wiki, members);
	if (!keys.ok) return pinned.length > 0 ? done(pinned) : keys;
	// An empty queue would say that there is nothing to do.
	if (keys.value.get(canonicalName(person.user)) === null) return failed('wiki-error');
	const staffIds = new Set(config.staff.flatMap(keysOfStaff));
	const published = ownPageKeys(person.user, keys.value, staffIds);
	return done([
		...pinned,
		...published.map((one) => ({ id: one.key.id, wiki: person.wiki, from: one.from - clockSlack })),
	]);
}
