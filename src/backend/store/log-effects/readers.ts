/** Who may read a case: the handlers' own key for them, new grants, grants taken back. */
import { done, failed, type Outcome } from '../../../contract/problem.ts';
import { conflict, set, type Change, type Effect } from './change.ts';

/** The first has a box for whoever writes it; later ones for holders who have none. */
export const desk: Effect<'desk'> = async ({ tx, report, along }) => {
	const rows = await tx.selectFrom('report_grant').select(['key', 'desk']).where('report', '=', report.id).execute();
	const isFirst = rows.every((row) => row.desk === null);
	const without = rows.filter((row) => row.desk === null).map((row) => row.key);
	if (!along.desk.every(({ key }) => without.includes(key))) return conflict('illegal');
	if (isFirst && !along.desk.some(({ key }) => along.by.includes(key))) return failed('bad-input');
	for (const { key, box } of along.desk) {
		await tx
			.updateTable('report_grant')
			.set({ desk: box })
			.where('report', '=', report.id)
			.where('key', '=', key)
			.execute();
	}
	return done('done');
};

/** For both `grant` and `escalate`: a grant anew replaces the one there was. */
export async function grant(change: Change<'grant' | 'escalate'>): Promise<Outcome<'done'>> {
	const { tx, report, along, at } = change;
	const keys = along.grants.map(({ key }) => key);
	await tx.deleteFrom('report_grant').where('report', '=', report.id).where('key', 'in', keys).execute();
	const rows = along.grants.map((one) => ({ ...one, report: report.id, wiki: report.wiki, at }));
	await tx.insertInto('report_grant').values(rows).execute();
	return done('done');
}

/** Somebody is left who can read it; it is not assigned to, nor worked on by, who reads it no more. */
export const revoke: Effect<'revoke'> = async (change) => {
	const { tx, report, event } = change;
	const rows = await tx.selectFrom('report_grant').select('key').where('report', '=', report.id).execute();
	const left = rows.filter(({ key }) => !event.data.keys.includes(key));
	if (left.length === 0 || left.length === rows.length) return conflict('illegal');
	await tx.deleteFrom('report_grant').where('report', '=', report.id).where('key', 'in', event.data.keys).execute();
	const isOff = (key: string | null): boolean => key !== null && event.data.keys.includes(key);
	const free = {
		...(isOff(report.assigned) ? { assigned: null } : {}),
		...(isOff(report.lease_key) ? { lease_key: null, lease_until: null } : {}),
	};
	return Object.keys(free).length > 0 ? set(change, free) : done('done');
};
