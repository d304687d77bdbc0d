/** A handler's queue and one sealed case: whoever holds no grant learns of nothing. */
import { done, failed } from '../../contract/problem.ts';
import { queue, type Position } from '../store/cases.ts';
import { sealedOf } from '../store/reports.ts';
import { iso } from '../times.ts';
import { casesAt, keysFor } from './case-rows.ts';
import type { Handler } from './handler.ts';

const usualLimit = 100;

const cursorOf = ({ at, report }: Position): string => `${at}.${report}`;

function positionOf(cursor: string): Position | null {
	const [, at, report] = /^(\d{1,15})\.([A-Za-z0-9_-]{22})$/.exec(cursor) ?? [];
	return at === undefined || report === undefined ? null : { at: Number(at), report };
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
	const ids = page.map((position) => position.report);
	const rows = await casesAt(services, keys.value, ids);
	const last = page.at(-1);
	return done({ cases: rows, now: iso(services.now()), next: found.length > limit && last ? cursorOf(last) : null });
};

export const openCase: Handler<'openCase'> = async ({ params, caller }, services) => {
	const keys = await keysFor(caller, services);
	if (!keys.ok) return keys;
	const [row] = await casesAt(services, keys.value, [params.id]);
	const kept = row && (await sealedOf(services.store.db, row.id));
	// Withdrawn since the row was read.
	if (!row || !kept || kept.sealed.length === 0) return failed('not-found');
	return done({ ...row, sealed: Buffer.from(kept.sealed).toString('base64'), hash: kept.remainder_hash ?? kept.hash });
};
