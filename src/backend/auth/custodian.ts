/** Who is a custodian of pseudonyms, and by which keys. */
import { staffPrefix } from '../../domain/config/model.ts';
import type { BackendConfig } from '../config.ts';
import { staffOf } from './handler.ts';

/** Recovery stands in where there are too few custodians. */
const roles = ['custodian', 'recovery'];
export const custodianRoles = roles.map((role) => staffPrefix + role);

/** Ids of all keys that an identity may be sealed to. */
export function custodianKeys({ staff }: Pick<BackendConfig, 'staff'>): string[] {
	return staff.filter((one) => roles.includes(one.role)).map((one) => one.key.id);
}

/** Ids of the keys of one of them. */
export function keysOfCustodian(
	config: Pick<BackendConfig, 'staff'>,
	person: { readonly wiki: string; readonly user: string },
): string[] {
	return custodianKeys({ staff: staffOf(config, person) });
}
