/** Who is a custodian of pseudonyms, and by which keys. */
import { staffPrefix } from '../../domain/config/model.ts';
import type { BackendConfig } from '../config.ts';
import { staffOf } from './handler.ts';
import { keysInForce, keysOfStaff } from './staff-keys.ts';

/** Recovery stands in where there are too few custodians. */
const roles = ['custodian', 'recovery'];
export const custodianRoles = roles.map((role) => staffPrefix + role);

const custodiansOf = (staff: BackendConfig['staff']) => staff.filter((one) => roles.includes(one.role));

/** Ids of all keys that an identity may be sealed to at this time (ms). */
export function custodianKeys({ staff }: Pick<BackendConfig, 'staff'>, now: number): string[] {
	return custodiansOf(staff).flatMap((one) => keysInForce(one, now));
}

/** Ids of the keys of one of them, former ones too. */
export function keysOfCustodian(
	config: Pick<BackendConfig, 'staff'>,
	person: { readonly wiki: string; readonly user: string },
): string[] {
	return custodiansOf(staffOf(config, person)).flatMap(keysOfStaff);
}
