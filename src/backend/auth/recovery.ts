/** Who holds recovery keys, and with whom. */
import { canonicalName, samePerson } from '../../domain/people/names.ts';
import { isPair, peopleIn } from '../../domain/people/pair.ts';
import type { BackendConfig } from '../config.ts';
import { staffOf } from './handler.ts';
import { keysOfStaff } from './staff-keys.ts';

type Staff = BackendConfig['staff'][number];
const shareRole = 'recovery-share';
export const recoveryRole = `staff:${shareRole}`;

/** A recovery key as one of its two holders sees it. */
export interface HeldPair {
	readonly key: string;
	readonly share: string;
	readonly other: Staff;
}

/** Somebody who holds shares, by the entry of theirs. */
export interface ShareHolder {
	readonly entry: Staff;
	/** Ids of all their own keys. */
	readonly keys: readonly string[];
	readonly pairs: readonly HeldPair[];
}

function pairsOf(staff: readonly Staff[], entry: Staff): HeldPair[] {
	const own = keysOfStaff(entry);
	return staff
		.filter(({ role, name }) => role === 'recovery' && isPair(name))
		.flatMap(({ name, key, shares }) => {
			const people = peopleIn(name);
			const otherName = people.find((one) => !samePerson(one, entry.name));
			const share = people.length === 2 && shares.find((one) => own.includes(one.key));
			const other = staff.find(
				(one) => one.role === shareRole && otherName !== undefined && samePerson(one.name, otherName),
			);
			return share && other ? [{ key: key.id, share: share.box, other }] : [];
		});
}

/** Undefined for who holds none. Whoever is two of the holders would be both of a pair: then they count as none. */
export function shareHolder(
	{ staff }: Pick<BackendConfig, 'staff'>,
	person: { readonly wiki: string; readonly user: string },
): ShareHolder | undefined {
	const entries = staffOf({ staff }, person).filter(({ role }) => role === shareRole);
	const names = new Set(entries.map(({ name }) => canonicalName(name)));
	const [entry] = entries;
	if (!entry || names.size > 1) return undefined;
	return { entry, keys: entries.flatMap(keysOfStaff), pairs: pairsOf(staff, entry) };
}

/** Who holds a share by one of their own keys; undefined once they left the configuration. */
export const holderOfKey = ({ staff }: Pick<BackendConfig, 'staff'>, key: string): Staff | undefined =>
	staff.find((one) => one.role === shareRole && keysOfStaff(one).includes(key));
