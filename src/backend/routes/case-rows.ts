/** Rows of a handler's queue: only those whose grant names a key of theirs. */
import * as v from 'valibot';
import { CaseRowSchema, type CaseRow } from '../../contract/case.ts';
import { isOn } from '../../domain/config/model.ts';
import type { Deadlines } from '../../domain/report/deadlines.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import type { SignedIn } from '../auth/caller.ts';
import { keysOfHandler } from '../auth/handler.ts';
import type { Services } from '../services.ts';
import { rowsOf, sharedGroups, type OwnKey } from '../store/cases.ts';
import type { ReportStand } from '../store/reports.ts';
import type { LogColumns } from '../store/log-tables.ts';
import { iso, isoOrNull } from '../times.ts';
import { deadlinesOf } from '../wiki/deadlines.ts';
import { nextOf } from './report-status.ts';

type Leased = Pick<LogColumns, 'lease_key' | 'lease_until'>;

export async function keysFor(caller: SignedIn, { config, directory }: Services): Promise<Outcome<OwnKey[]>> {
	const wiki = await directory.config(caller.wiki);
	if (wiki.ok && !isOn(wiki.value, 'case')) return failed('switched-off');
	return keysOfHandler(config, directory, caller);
}

/** When its reporter wrote last, where no handler did since. */
function unansweredOf({ reporter_wrote: asked, handler_wrote: answered }: ReportStand): string | null {
	return asked !== null && (answered === null || answered < asked) ? iso(asked) : null;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export function leaseOf({ lease_key: key, lease_until: until }: Leased, now: number): CaseRow['lease'] {
	return key !== null && until !== null && until > now ? { key, until: iso(until) } : null;
}

/** In the order of the ids; who holds no grant of one does not get it. */
export async function casesAt(
	{ store, directory, now }: Services,
	keys: readonly OwnKey[],
	ids: readonly string[],
): Promise<CaseRow[]> {
	const rows = await rowsOf(store.db, keys, ids);
	const terms = new Map<string, Deadlines>();
	for (const wiki of new Set(rows.map((row) => row.wiki))) terms.set(wiki, await deadlinesOf(directory, wiki));
	const shared = await sharedGroups(
		store.db,
		keys,
		rows.flatMap((row) => row.in_group ?? []),
	);
	const byId = new Map<string, CaseRow>();
	for (const row of rows) {
		const deadlines = terms.get(row.wiki);
		const { id, wiki, route, section, state, standing } = row;
		const answer = v.parse(CaseRowSchema, {
			id,
			wiki,
			route,
			section,
			state,
			standing,
			at: iso(row.at),
			since: iso(row.since),
			due: deadlines ? nextOf(row, deadlines) : null,
			appealed: row.appealed_at !== null,
			unanswered: unansweredOf(row),
			version: row.version,
			head: row.head,
			changed: iso(row.changed),
			assigned: row.assigned,
			lease: leaseOf(row, now()),
			severity: row.severity,
			snoozed: isoOrNull(row.snoozed),
			group: row.in_group !== null && shared.has(row.in_group) ? row.in_group : null,
			hold: row.hold === 'lifting' ? 'on' : row.hold,
			grants: row.grants.map(({ key, box, desk }) => ({ key, box: base64(box), desk: desk && base64(desk) })),
		});
		byId.set(id, answer);
	}
	return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A report that the asker holds a grant of: not found for everybody else. */
export async function heldCase(
	services: Services,
	caller: SignedIn,
	id: string,
): Promise<Outcome<{ readonly row: CaseRow; readonly keys: readonly OwnKey[] }>> {
	const keys = await keysFor(caller, services);
	if (!keys.ok) return keys;
	const [row] = await casesAt(services, keys.value, [id]);
	return row ? done({ row, keys: keys.value }) : failed('not-found');
}
