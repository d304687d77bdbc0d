/** Which keys a report may be sealed to: those listed for its route, and the recovery key. */
import { staffPrefix, type WikiConfig } from '../../domain/config/model.ts';
import { canonicalName } from '../../domain/people/names.ts';
import { newcomerWaitMs } from '../../domain/keys/model.ts';
import type { RouteId } from '../../domain/report/kinds.ts';
import { keysInForce } from '../auth/staff-keys.ts';
import type { BackendConfig } from '../config.ts';
import type { KeysByUser, PageKey } from './directory.ts';

/** The targets of a route; whatever a wiki writes, material about children goes to staff alone. */
function targetsOf(config: WikiConfig, route: RouteId): readonly string[] {
	const targets = config.routes[route] ?? [];
	return route === 'child-safety' ? targets.filter((target) => target.startsWith(staffPrefix)) : targets;
}

/** Members of the teams a route leads to. */
function routeMembers(config: WikiConfig, route: RouteId): string[] {
	return [
		...new Set(
			targetsOf(config, route)
				.flatMap((target) => config.teams[target]?.members ?? [])
				.map(canonicalName),
		),
	];
}

/**
 * Clients go on with the key they know for as long as a new one waits for its confirmation, so a key that was replaced
 * counts for that long; one that was taken off the page without another does not.
 */
function counts(key: PageKey, all: readonly PageKey[], now: number): boolean {
	if (key.until === null) return true;
	return all.some((other) => other.until === null) && now - key.until < newcomerWaitMs;
}

/** Keys that the route leads to, and the recovery keys. */
function possibleKeys(
	route: RouteId,
	config: WikiConfig,
	staff: BackendConfig['staff'],
	keys: KeysByUser,
	now: number,
): { listed: Set<string>; recovery: Set<string> } {
	const staffOf = (role: string): string[] =>
		staff.filter((one) => one.role === role).flatMap((one) => keysInForce(one, now));
	const listed = new Set<string>();
	for (const target of targetsOf(config, route)) {
		if (target.startsWith(staffPrefix)) {
			for (const id of staffOf(target.slice(staffPrefix.length))) listed.add(id);
		}
	}
	for (const user of routeMembers(config, route)) {
		const published = keys.get(user) ?? [];
		for (const key of published) if (counts(key, published, now)) listed.add(key.key.id);
	}
	return { listed, recovery: new Set(staffOf('recovery')) };
}

/**
 * Whether these grants are a possible recipient set for the route, for an appeal of nobody whose hands decided before. That
 * the recovery key is among them is left to clients: where it is named in a report, or new to them, they must leave it out,
 * and a report refused for that would be lost.
 */
export function isRecipientSet(
	grants: readonly string[],
	route: RouteId,
	config: WikiConfig,
	staff: BackendConfig['staff'],
	keys: KeysByUser,
	now: number,
	decided: ReadonlySet<string> = new Set(),
): boolean {
	const { listed, recovery } = possibleKeys(route, config, staff, keys, now);
	return (
		new Set(grants).size === grants.length &&
		grants.every((id) => (listed.has(id) || recovery.has(id)) && !decided.has(id)) &&
		grants.some((id) => listed.has(id))
	);
}
