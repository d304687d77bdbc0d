/** Finding a report again by its id. */
import { routeIds, type RouteId } from '../../domain/report/kinds.ts';
import { reportStates, type ReportState } from '../../domain/report/states.ts';
import type { Reader } from './open.ts';
import type { ReportTable } from './schema.ts';

/** How a report stands. */
export const standColumns = [
	...(['id', 'wiki', 'route', 'section', 'at', 'state', 'since', 'standing'] as const),
	...(['decided_at', 'decided_by', 'appealed_at', 'contested_at', 'reporter_wrote', 'handler_wrote'] as const),
	...(['version', 'head', 'changed', 'assigned', 'lease_key', 'lease_until'] as const),
	...(['severity', 'snoozed', 'in_group', 'hold'] as const),
] as const;
export type ReportStand = Pick<ReportTable, (typeof standColumns)[number]>;

const told = [
	...standColumns,
	'hash',
	'capability',
	'receipt_key',
	'receipt_signature',
	'feedback',
	'erased_at',
] as const;
export type StoredReport = Pick<ReportTable, (typeof told)[number]>;

/** Throws on what no version of ours wrote. */
function known<T extends string>(all: readonly T[], value: string): T {
	const found = all.find((one) => one === value);
	if (found === undefined) throw new Error(`the store says ${value}`);
	return found;
}
export const stateOf = ({ state }: Pick<ReportTable, 'state'>): ReportState => known(reportStates, state);
export const routeOf = ({ route }: Pick<ReportTable, 'route'>): RouteId => known(routeIds, route);

/** Ids of keys as a column holds them. */
export const idsIn = (column: string | null): string[] => (column === null ? [] : column.split(' '));

/** Ids of all keys of those who decided. */
export function decidersOf({ decided_by: ids }: Pick<ReportTable, 'decided_by'>): string[] {
	return idsIn(ids);
}

/** All that the reporter's side needs: not the sealed bytes. */
export function findReport(db: Reader, id: string): Promise<StoredReport | undefined> {
	return db.selectFrom('report').select(told).where('id', '=', id).executeTakeFirst();
}

/** The sealed bytes with the hash they came with or were given since, and the reporter's box. No bytes: it was withdrawn. */
export function sealedOf(db: Reader, id: string) {
	return db
		.selectFrom('report')
		.select(['sealed', 'hash', 'remainder_hash', 'follow'])
		.where('id', '=', id)
		.executeTakeFirst();
}
