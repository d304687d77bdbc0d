/** Who may be given a case to read by a handler who reads it. */
import type { CaseRow } from '../../contract/case.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { keysInForce } from '../auth/staff-keys.ts';
import type { Services } from '../services.ts';
import { membersOf } from '../wiki/directory.ts';

/** What is for staff alone stays with staff. Custodians and who reviews uploads are no handlers. */
export async function mayRead(
	{ config, directory, now }: Services,
	{ wiki, route }: Pick<CaseRow, 'wiki' | 'route'>,
	keys: readonly string[],
): Promise<Outcome<null>> {
	if (keys.length === 0) return done(null);
	const handling = config.staff.filter(({ role }) => role !== 'custodian' && !role.startsWith('hash-review-'));
	const known = new Set(handling.flatMap((one) => keysInForce(one, now())));
	if (route !== 'child-safety') {
		const said = await directory.config(wiki, 0);
		if (!said.ok) return said;
		const published = await directory.keysOf(wiki, membersOf(said.value), 0);
		if (!published.ok) return published;
		for (const all of published.value.values())
			for (const { key, until } of all ?? []) if (until === null) known.add(key.id);
	}
	return keys.every((key) => known.has(key)) ? done(null) : failed('wrong-recipients');
}
