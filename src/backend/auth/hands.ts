/** Which keys are in the same hands. */
import type { BackendConfig } from '../config.ts';
import type { KeysByUser } from '../wiki/directory.ts';
import { ownPageKeys, staffOf } from './handler.ts';
import { keysOfStaff } from './staff-keys.ts';

/** These keys and all others of the people who have them: made since, or held as staff. `keys`: what a wiki's people published. */
export function sameHands(
	ids: readonly string[],
	wiki: string,
	{ staff }: Pick<BackendConfig, 'staff'>,
	keys: KeysByUser,
): ReadonlySet<string> {
	const staffIds = new Set(staff.flatMap(keysOfStaff));
	const people = [...[...keys.keys()].map((user) => ({ wiki, user })), ...staff.flatMap((one) => one.accounts)];
	const hands = new Set(ids);
	for (const person of people) {
		const published = person.wiki === wiki ? ownPageKeys(person.user, keys, staffIds) : [];
		const own = [...published.map((one) => one.key.id), ...staffOf({ staff }, person).flatMap(keysOfStaff)];
		if (own.some((id) => ids.includes(id))) for (const id of own) hands.add(id);
	}
	return hands;
}
