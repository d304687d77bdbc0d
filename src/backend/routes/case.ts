/** A handler's queue and one sealed case: whoever holds no grant learns of nothing. */
import * as v from 'valibot';
import { CaseRowSchema, type CaseRow } from '../../contract/case.ts';
import { isOn } from '../../domain/config/model.ts';
import { done, failed, type Outcome } from '../../contract/problem.ts';
import { keysOfHandler } from '../auth/handler.ts';
import type { SignedIn } from '../auth/caller.ts';
import type { Services } from '../services.ts';
import { queue, rowsOf, sealedOf, type OwnKey, type Position } from '../store/cases.ts';
import type { Handler } from './handler.ts';

const usualLimit = 100;

const cursorOf = ({ at, report }: Position): string => `${at}.${report}`;

function positionOf(cursor: string): Position | null {
	const [, at, report] = /^(\d{1,15})\.([A-Za-z0-9_-]{22})$/.exec(cursor) ?? [];
	return at === undefined || report === undefined ? null : { at: Number(at), report };
}

async function keysFor(caller: SignedIn, { config, directory }: Services): Promise<Outcome<OwnKey[]>> {
	const wiki = await directory.config(caller.wiki);
	if (wiki.ok && !isOn(wiki.value, 'case')) return failed('switched-off');
	return keysOfHandler(config, directory, caller);
}

async function casesAt(services: Services, keys: readonly OwnKey[], ids: readonly string[]): Promise<CaseRow[]> {
	const rows = await rowsOf(services.store.db, keys, ids);
	const byId = new Map(
		rows.map((row) => [
			row.id,
			v.parse(CaseRowSchema, {
				...row,
				at: new Date(row.at).toISOString(),
				grants: row.grants.map(({ key, box }) => ({ key, box: Buffer.from(box).toString('base64') })),
			}),
		]),
	);
	return ids.flatMap((id) => byId.get(id) ?? []);
}

export const cases: Handler<'cases'> = async ({ query, caller }, services) => {
	const after = query.after === undefined ? null : positionOf(query.after);
	if (query.after !== undefined && after === null) return failed('bad-input');
	const keys = await keysFor(caller, services);
	if (!keys.ok) return keys;
	const limit = query.limit ?? usualLimit;
	// One more than asked for tells whether there is a next page.
	const found = await queue(services.store.db, keys.value, after, limit + 1);
	const page = found.slice(0, limit);
	const rows = await casesAt(
		services,
		keys.value,
		page.map((position) => position.report),
	);
	const last = page.at(-1);
	return done({ cases: rows, next: found.length > limit && last ? cursorOf(last) : null });
};

export const openCase: Handler<'openCase'> = async ({ params, caller }, services) => {
	const keys = await keysFor(caller, services);
	if (!keys.ok) return keys;
	const [row] = await casesAt(services, keys.value, [params.id]);
	const sealed = row && (await sealedOf(services.store.db, row.id));
	if (!row || !sealed) return failed('not-found');
	return done({ ...row, sealed: Buffer.from(sealed.sealed).toString('base64'), hash: sealed.hash });
};
