/** Rows of a handler's queue: only those whose grant names a key of theirs. */
import * as v from 'valibot';
import { CaseRowSchema, type CaseRow } from '../../contract/case.ts';
import { isOn } from '../../domain/config/model.ts';
import type { Deadlines } from '../../domain/report/deadlines.ts';
import { failed, type Outcome } from '../../contract/problem.ts';
import type { SignedIn } from '../auth/caller.ts';
import { keysOfHandler } from '../auth/handler.ts';
import type { Services } from '../services.ts';
import { rowsOf, type OwnKey } from '../store/cases.ts';
import type { ReportStand } from '../store/reports.ts';
import { iso } from '../times.ts';
import { deadlinesOf } from '../wiki/deadlines.ts';
import { nextOf } from './report-status.ts';

export async function keysFor(caller: SignedIn, { config, directory }: Services): Promise<Outcome<OwnKey[]>> {
	const wiki = await directory.config(caller.wiki);
	if (wiki.ok && !isOn(wiki.value, 'case')) return failed('switched-off');
	return keysOfHandler(config, directory, caller);
}

/** When its reporter wrote last, where no handler did since. */
function unansweredOf({ reporter_wrote: asked, handler_wrote: answered }: ReportStand): string | null {
	return asked !== null && (answered === null || answered < asked) ? iso(asked) : null;
}

/** In the order of the ids; who holds no grant of one does not get it. */
export async function casesAt(
	{ store, directory }: Services,
	keys: readonly OwnKey[],
	ids: readonly string[],
): Promise<CaseRow[]> {
	const rows = await rowsOf(store.db, keys, ids);
	const terms = new Map<string, Deadlines>();
	for (const wiki of new Set(rows.map((row) => row.wiki))) terms.set(wiki, await deadlinesOf(directory, wiki));
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
			grants: row.grants.map(({ key, box }) => ({ key, box: Buffer.from(box).toString('base64') })),
		});
		byId.set(id, answer);
	}
	return ids.flatMap((id) => byId.get(id) ?? []);
}
