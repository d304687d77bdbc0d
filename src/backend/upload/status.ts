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

interface Counted {
	readonly kind: string;
	readonly isGood: boolean;
	readonly count: number;
}

/** Stamps at a time: counting millions at once would keep every request waiting. */
const some = 20_000;

async function count(db: Reader, list: string, stamp: number): Promise<Counted[]> {
	const all: Counted[] = [];
	for (let from = 0; from < stamp; from += some) {
		const rows = await db
			.selectFrom('upload_entry')
			.select(({ fn, eb }) => ['kind', eb('junk', 'is', null).as('good'), fn.countAll<number>().as('count')])
			.where('list', '=', list)
			.where('n', '>', from)
			.where('n', '<=', from + some)
			.where('removed', 'is', null)
			.groupBy(['kind', 'good'])
			.execute();
		for (const row of rows) all.push({ kind: row.kind, isGood: Boolean(row.good), count: Number(row.count) });
		await new Promise((next) => setImmediate(next));
	}
	return all;
}

export async function listStatus(db: Reader, { lists }: Pick<Checking, 'lists'>): Promise<ListStatus[]> {
	const rows = new Map((await listRows(db)).map((row) => [row.id, row]));
	const all: ListStatus[] = [];
	for (const list of lists) {
		const row = rows.get(list.id);
		const own = await count(db, list.id, row?.stamp ?? 0);
		const sum = (counted: readonly Counted[]): number => counted.reduce((sofar, one) => sofar + one.count, 0);
		const good = own.filter((one) => one.isGood);
		all.push({
			list: list.id,
			class: list.class,
			state: row?.state ?? 'empty',
			note: row?.note ?? '',
			version: row?.version ?? 0,
			matched: Object.fromEntries(hashKinds.map((kind) => [kind, sum(good.filter((one) => one.kind === kind))])),
			quarantined: sum(own) - sum(good),
			last: JSON.parse(row?.counts ?? '{}') as unknown,
			at: row ? new Date(row.at).toISOString() : null,
		});
	}
	return all;
}
