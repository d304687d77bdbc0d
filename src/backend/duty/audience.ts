/** Who is told of a report at each stage: only people who hold a key that opens it, so nobody whom it names. */
import { onDuty, type DutyStage } from '../../domain/config/duty.ts';
import type { WikiConfig } from '../../domain/config/model.ts';
import { canonicalName, samePerson } from '../../domain/people/names.ts';
import { keysOfStaff } from '../auth/staff-keys.ts';
import type { BackendConfig } from '../config.ts';
import type { KeysByUser } from '../wiki/directory.ts';

export interface Holders {
	/** The wiki's people and the staff that the route leads to, by their accounts there. */
	readonly team: readonly string[];
	/** Who stands in: holders of the recovery key. */
	readonly staff: readonly string[];
}

/** `keys`: ids of those that open the report; `not`: of those who decided it before. */
export function holdersOf(
	keys: readonly string[],
	not: readonly string[],
	{ wiki, people, staff }: { wiki: string; people: KeysByUser; staff: BackendConfig['staff'] },
): Holders {
	const holds = (own: readonly string[]): boolean =>
		own.some((id) => keys.includes(id)) && !own.some((id) => not.includes(id));
	const team = new Set<string>();
	const others = new Set<string>();
	for (const [user, published] of people) {
		if (holds((published ?? []).map(({ key }) => key.id))) team.add(canonicalName(user));
	}
	for (const one of staff) {
		if (!holds(keysOfStaff(one))) continue;
		// A key of two is opened by those who hold its shares.
		const sharers = staff.filter((other) => one.shares.some(({ key }) => keysOfStaff(other).includes(key)));
		const accounts = [one, ...sharers].flatMap((other) => other.accounts);
		const here = accounts.filter((account) => account.wiki === wiki);
		for (const { user } of here) (one.role === 'recovery' ? others : team).add(canonicalName(user));
	}
	return { team: [...team], staff: [...others].filter((user) => !team.has(user)) };
}

/** Nobody is waited for who is not there: a stage without people is the next one. */
export function toldAt(
	stage: DutyStage,
	{ team, staff }: Holders,
	config: Pick<WikiConfig, 'duty'>,
	now: number,
): readonly string[] {
	const rota = onDuty(config.duty, now);
	const first = team.filter((user) => [...rota].some((name) => samePerson(name, user)));
	const all = [...team, ...staff];
	const stages = stage === 0 ? [first, team, all] : stage === 1 ? [team, all] : [all];
	return stages.find((people) => people.length > 0) ?? [];
}
