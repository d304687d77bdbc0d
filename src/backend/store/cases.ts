/** A handler's queue and one case of it: only rows whose grant names a key of theirs. */
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Reader } from './open.ts';
import { standColumns } from './reports.ts';
import type { Tables } from './schema.ts';

/**
 * A key that opens rows for somebody: of one wiki only where that wiki's pages published it, and not before the time (ms)
 * they did, so that a copied key shows nothing of the past.
 */
export interface OwnKey {
	readonly id: string;
	readonly wiki: string | null;
	readonly from: number;
}

export interface Position {
	readonly at: number;
	readonly report: string;
}

type Grants = ExpressionBuilder<Tables, 'report_grant'>;
type Condition = ExpressionWrapper<Tables, 'report_grant', SqlBool>;

export function opens(own: OwnKey): (eb: Grants) => Condition {
	return (eb) =>
		eb.and([
			eb('key', '=', own.id),
			eb('at', '>=', own.from),
			...(own.wiki === null ? [] : [eb('wiki', '=', own.wiki)]),
		]);
}

/** No other of these keys has a later grant of the same report. */
function isNewestOf(keys: readonly string[]): (eb: Grants) => Condition {
	return (eb) =>
		eb.not(
			eb.exists(
				eb
					.selectFrom('report_grant as other')
					.select('other.key')
					.whereRef('other.report', '=', 'report_grant.report')
					.whereRef('other.at', '>', 'report_grant.at')
					.where('other.key', 'in', keys),
			),
		);
}

/** Positions of at most `limit` reports after `after`, newest first. One short walk of the index for each key. */
export async function queue(
	db: Reader,
	keys: readonly OwnKey[],
	after: Position | null,
	limit: number,
): Promise<Position[]> {
	const found = new Map<string, Position>();
	const ids = keys.map((own) => own.id);
	for (const own of keys) {
		let query = db.selectFrom('report_grant').select(['at', 'report']).where(opens(own));
		// An appeal's grant may be of a newer key than the report's: it stands where the newer one does, once.
		if (ids.length > 1) query = query.where(isNewestOf(ids));
		if (after !== null) {
			query = query.where((eb) =>
				eb.or([eb('at', '<', after.at), eb.and([eb('at', '=', after.at), eb('report', '<', after.report)])]),
			);
		}
		const rows = await query.orderBy('at', 'desc').orderBy('report', 'desc').limit(limit).execute();
		for (const row of rows) found.set(row.report, row);
	}
	const newestFirst = (a: Position, b: Position): number =>
		b.at - a.at || (a.report < b.report ? 1 : a.report > b.report ? -1 : 0);
	return [...found.values()].sort(newestFirst).slice(0, limit);
}

/** The rows of these reports with the asker's grants, in no order; reports without one are left out. */
export async function rowsOf(db: Reader, keys: readonly OwnKey[], reports: readonly string[]) {
	if (reports.length === 0 || keys.length === 0) return [];
	const grants = await db
		.selectFrom('report_grant')
		.select(['report', 'key', 'box', 'desk'])
		.where('report', 'in', reports)
		.where((eb) => eb.or(keys.map((own) => opens(own)(eb))))
		.orderBy('key')
		.execute();
	const granted = [...new Set(grants.map((grant) => grant.report))];
	if (granted.length === 0) return [];
	const rows = await db.selectFrom('report').select(standColumns).where('id', 'in', granted).execute();
	return rows.map((row) => ({ ...row, grants: grants.filter((grant) => grant.report === row.id) }));
}

/** Those of these groups of which the asker sees two reports or more. */
export async function sharedGroups(
	db: Reader,
	keys: readonly OwnKey[],
	groups: readonly string[],
): Promise<ReadonlySet<string>> {
	if (groups.length === 0 || keys.length === 0) return new Set();
	const rows = await db
		.selectFrom('report_grant')
		.innerJoin('report', 'report.id', 'report_grant.report')
		.select(['report.id', 'report.in_group'])
		.distinct()
		.where('report.in_group', 'in', [...new Set(groups)])
		.where((eb) =>
			eb.or(
				keys.map((own) =>
					eb.and([
						eb('report_grant.key', '=', own.id),
						eb('report_grant.at', '>=', own.from),
						...(own.wiki === null ? [] : [eb('report_grant.wiki', '=', own.wiki)]),
					]),
				),
			),
		)
		.execute();
	const seen = rows.map((row) => row.in_group ?? '');
	return new Set(seen.filter((group, at) => seen.indexOf(group) !== at));
}

/** Reports of the groups that these are in, themselves left out: what is told of a group changes for all of them. */
export async function groupMates(db: Reader, reports: readonly string[]): Promise<string[]> {
	if (reports.length === 0) return [];
	const rows = await db
		.selectFrom('report')
		.select('id')
		.where('id', 'not in', reports)
		.where('in_group', 'in', (eb) =>
			eb.selectFrom('report as changed').select('changed.in_group').where('changed.id', 'in', reports),
		)
		.execute();
	return rows.map(({ id }) => id);
}
