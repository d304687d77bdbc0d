/** Reports that somebody else can read too. */
import { opens, type OwnKey } from './cases.ts';
import type { Reader } from './open.ts';

/** Of those that these own keys open, the ones granted to a key of `earlier` and not to `now`; in the order of their ids. */
export async function sharedWith(
	db: Reader,
	own: readonly OwnKey[],
	earlier: readonly string[],
	now: string,
): Promise<string[]> {
	if (own.length === 0 || earlier.length === 0) return [];
	const granted = (keys: readonly string[]) =>
		db.selectFrom('report_grant as other').select('other.report').where('other.key', 'in', keys);
	const rows = await db
		.selectFrom('report_grant')
		.select('report')
		.distinct()
		.where((eb) => eb.or(own.map((one) => opens(one)(eb))))
		.where('report', 'in', granted(earlier))
		.where('report', 'not in', granted([now]))
		.orderBy('report')
		.execute();
	return rows.map(({ report }) => report);
}

/** Of the reports of a wiki that these own keys open, those granted to keys that are not `known`, with these keys. */
export async function openToOthers(
	db: Reader,
	own: readonly OwnKey[],
	wiki: string,
	known: readonly string[],
): Promise<{ id: string; keys: string[] }[]> {
	if (own.length === 0 || known.length === 0) return [];
	const mine = db
		.selectFrom('report_grant')
		.select('report')
		.where((eb) => eb.or(own.map((one) => opens(one)(eb))));
	const rows = await db
		.selectFrom('report_grant as other')
		.select(['other.report', 'other.key'])
		.where('other.wiki', '=', wiki)
		.where('other.key', 'not in', known)
		.where('other.report', 'in', mine)
		.orderBy('other.report')
		.orderBy('other.key')
		.execute();
	const found = new Map<string, string[]>();
	for (const { report, key } of rows) found.set(report, [...(found.get(report) ?? []), key]);
	return [...found].map(([id, keys]) => ({ id, keys }));
}
