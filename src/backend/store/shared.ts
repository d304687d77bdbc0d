/** Reports that two people can read. */
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
