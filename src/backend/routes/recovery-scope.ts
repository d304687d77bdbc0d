/** What a recovery reaches, and how long. */
import * as v from 'valibot';
import { done, type Outcome } from '../../contract/problem.ts';
import { RecoverySchema, type RecoveryScope } from '../../contract/team.ts';
import { canonicalName } from '../../domain/people/names.ts';
import type { Services } from '../services.ts';
import type { Reach } from '../store/recovery.ts';
import type { RecoveryTable } from '../store/recovery-tables.ts';

/** Nobody's agreement is used long after it was asked for (ms). */
export const recoveryLasts = 7 * 24 * 3_600_000;

export const scopeOf = ({ scope }: RecoveryTable): RecoveryScope =>
	v.parse(RecoverySchema.entries.scope, JSON.parse(scope));

/** Of a team: all that any key ever published by its people could open. */
export async function reachOf({ directory }: Services, wiki: string, scope: RecoveryScope): Promise<Outcome<Reach>> {
	if (scope.of === 'report') return done({ wiki, report: scope.report, keys: null });
	const said = await directory.config(wiki);
	if (!said.ok) return said;
	const members = (said.value.teams[scope.team]?.members ?? []).map(canonicalName);
	const keys = await directory.keysOf(wiki, members);
	if (!keys.ok) return keys;
	const all = [...keys.value.values()].flatMap((published) => (published ?? []).map(({ key }) => key.id));
	return done({ wiki, report: null, keys: all });
}
