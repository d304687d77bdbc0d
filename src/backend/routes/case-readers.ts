/** Who may be given a case to read by a handler who reads it, and whose grant one may take off. */
import type { CaseRow } from '../../contract/case.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { keysInForce, keysOfStaff } from '../auth/staff-keys.ts';
import type { Services } from '../services.ts';
import { membersOf } from '../wiki/directory.ts';

/** What they are there for is no report of a handler's queue. */
const isNoHandler = (role: string): boolean =>
	role === 'custodian' || role === 'recovery-share' || role.startsWith('hash-review-');

/** The keys that the people of a wiki's teams have now, read just now. */
async function teamKeys({ directory }: Services, wiki: string): Promise<Outcome<string[]>> {
	const said = await directory.config(wiki, 0);
	if (!said.ok) return said;
	const published = await directory.keysOf(wiki, membersOf(said.value), 0);
	if (!published.ok) return published;
	// Somebody's page could not be read: nobody is judged by what is missing.
	if ([...published.value.values()].includes(null)) return failed('wiki-error');
	return done(
		[...published.value.values()].flatMap((all) =>
			(all ?? []).filter(({ until }) => until === null).map(({ key }) => key.id),
		),
	);
}

/** What is for staff alone stays with staff. */
export async function mayRead(
	services: Services,
	{ wiki, route }: Pick<CaseRow, 'wiki' | 'route'>,
	keys: readonly string[],
): Promise<Outcome<null>> {
	if (keys.length === 0) return done(null);
	const { config, now } = services;
	const handling = config.staff.filter(({ role }) => !isNoHandler(role));
	const known = new Set(handling.flatMap((one) => keysInForce(one, now())));
	if (route !== 'child-safety') {
		const team = await teamKeys(services, wiki);
		if (!team.ok) return team;
		for (const key of team.value) known.add(key);
	}
	return keys.every((key) => known.has(key)) ? done(null) : failed('wrong-recipients');
}

/** The own ones, and those of nobody: a colleague who is there, or the recovery, is taken off by nobody. */
export async function mayTakeOff(
	services: Services,
	{ wiki }: Pick<CaseRow, 'wiki'>,
	keys: readonly string[],
	own: readonly string[],
): Promise<Outcome<null>> {
	const others = keys.filter((key) => !own.includes(key));
	if (others.length === 0) return done(null);
	const { config } = services;
	const staff = new Set(config.staff.flatMap(keysOfStaff));
	const team = await teamKeys(services, wiki);
	if (!team.ok) return team;
	return others.some((key) => staff.has(key) || team.value.includes(key)) ? failed('forbidden') : done(null);
}
