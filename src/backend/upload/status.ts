/** How each list stands, for the operator. */
import { hashKinds } from '../../domain/upload/kinds.ts';
import type { Reader } from '../store/open.ts';
import { listRows } from '../store/upload-lists.ts';
import type { Checking } from './config.ts';

export interface ListStatus {
	readonly list: string;
	readonly class: string;
	/** `idle`, `running`, `failed`, `removed`, or `empty` before the first import. */
	readonly state: string;
	/** Why it failed. */
	readonly note: string;
	readonly version: number;
	/** Hashes that are matched, by kind. */
	readonly matched: Readonly<Record<string, number>>;
	readonly quarantined: number;
	/** What the last import did. */
	readonly last: unknown;
	readonly at: string | null;
}

export async function listStatus(db: Reader, { lists }: Pick<Checking, 'lists'>): Promise<ListStatus[]> {
	const rows = new Map((await listRows(db)).map((row) => [row.id, row]));
	const counts = await db
		.selectFrom('upload_entry')
		.select(({ fn, eb }) => ['list', 'kind', eb('junk', 'is', null).as('good'), fn.countAll<number>().as('count')])
		.where('removed', 'is', null)
		.groupBy(['list', 'kind', 'good'])
		.execute();
	return lists.map((list) => {
		const row = rows.get(list.id);
		const own = counts.filter((one) => one.list === list.id);
		const sum = (some: typeof own): number => some.reduce((all, one) => all + Number(one.count), 0);
		const good = own.filter((one) => Boolean(one.good));
		return {
			list: list.id,
			class: list.class,
			state: row?.state ?? 'empty',
			note: row?.note ?? '',
			version: row?.version ?? 0,
			matched: Object.fromEntries(hashKinds.map((kind) => [kind, sum(good.filter((one) => one.kind === kind))])),
			quarantined: sum(own) - sum(good),
			last: JSON.parse(row?.counts ?? '{}') as unknown,
			at: row ? new Date(row.at).toISOString() : null,
		};
	});
}
