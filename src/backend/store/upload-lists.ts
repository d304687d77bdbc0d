/** Hash lists: their state, and their entries with a stamp for every change. */
import type { HashKind } from '../../domain/upload/kinds.ts';
import type { Reader, Store, Writer } from './open.ts';
import type { UploadEntryTable, UploadListTable } from './upload-tables.ts';

export interface NewEntry {
	readonly kind: HashKind;
	readonly value: Uint8Array;
	readonly source: string;
	readonly label: string;
	readonly quality: number | null;
	readonly votesFor: number;
	readonly votesAgainst: number;
	readonly junk: string | null;
}
export type Change =
	| ({ readonly type: 'hash' } & NewEntry)
	| { readonly type: 'gone'; readonly source: string; readonly kind?: HashKind; readonly value?: Uint8Array };

export interface Applied {
	readonly added: number;
	readonly known: number;
	readonly quarantined: number;
	readonly removed: number;
}

export function listRow(db: Reader, id: string): Promise<UploadListTable | undefined> {
	return db.selectFrom('upload_list').selectAll().where('id', '=', id).executeTakeFirst();
}

export const listRows = (db: Reader): Promise<UploadListTable[]> =>
	db.selectFrom('upload_list').selectAll().orderBy('id').execute();

/** Up to where each list may be matched, as one text: another one where any of them has got or lost something. */
export async function stateOfLists(db: Reader): Promise<string> {
	return (await listRows(db)).map(({ id, logged }) => `${id} ${logged}`).join('\n');
}

/** Keeps that a list's entries up to a stamp were compared with files up to a number; false where there are more files. */
export function keepSwept(store: Store, id: string, swept: number, last: number): Promise<boolean> {
	return store.tx(async (tx) => {
		// In one transaction, so that a file that comes at this moment makes one of the two begin again.
		const more = await tx.selectFrom('upload_file').select('n').where('n', '>', last).limit(1).executeTakeFirst();
		if (more) return false;
		await tx.updateTable('upload_list').set({ swept }).where('id', '=', id).execute();
		return true;
	});
}

/** Makes the row of a list unless there is one. */
export async function ensureList(store: Store, id: string, now: number): Promise<void> {
	const row: UploadListTable = {
		id,
		stamp: 0,
		logged: 0,
		swept: 0,
		version: 0,
		settings: '',
		state: 'idle',
		note: '',
		page: null,
		since: null,
		counts: '{}',
		at: now,
	};
	await store.tx((tx) =>
		tx
			.insertInto('upload_list')
			.values(row)
			.onConflict((conflict) => conflict.column('id').doNothing())
			.execute(),
	);
}

export async function updateList(store: Store, id: string, change: Partial<UploadListTable>): Promise<void> {
	await store.tx((tx) => tx.updateTable('upload_list').set(change).where('id', '=', id).execute());
}

const nameOf = (one: { kind: string; value: Uint8Array; source: string }): string =>
	`${one.kind}:${Buffer.from(one.value).toString('base64')}:${one.source}`;

/** Those of the new entries that the list has, by name: with their votes, to see whether they changed. */
async function knownOf(tx: Writer, list: string, entries: readonly NewEntry[]): Promise<Map<string, UploadEntryTable>> {
	const known = new Map<string, UploadEntryTable>();
	for (const kind of new Set(entries.map((entry) => entry.kind))) {
		const values = entries.filter((entry) => entry.kind === kind).map((entry) => entry.value);
		const rows = await tx
			.selectFrom('upload_entry')
			.selectAll()
			.where('kind', '=', kind)
			.where('value', 'in', values)
			.where('list', '=', list)
			.execute();
		for (const row of rows) known.set(nameOf(row), row);
	}
	return known;
}

async function withdraw(tx: Writer, list: string, gone: Extract<Change, { type: 'gone' }>, stamp: number) {
	let query = tx.selectFrom('upload_entry').select('n').where('list', '=', list).where('removed', 'is', null);
	query = query.where('source', '=', gone.source);
	const { kind, value } = gone;
	if (kind !== undefined && value !== undefined) query = query.where('kind', '=', kind).where('value', '=', value);
	// Without an id every hash that has none would be meant.
	else if (gone.source === '') return stamp;
	let last = stamp;
	for (const { n } of await query.orderBy('n').execute()) {
		const removed = ++last;
		await tx.updateTable('upload_entry').set({ removed }).where('list', '=', list).where('n', '=', n).execute();
	}
	return last;
}

/** A hash that was withdrawn and comes back is a new entry: the old one keeps its stamp, under another source. */
async function setAside(tx: Writer, { list, n, source }: UploadEntryTable): Promise<void> {
	const aside = `${source}\u001f${n}`;
	await tx.updateTable('upload_entry').set({ source: aside }).where('list', '=', list).where('n', '=', n).execute();
}

async function add(tx: Writer, list: string, entries: readonly NewEntry[], stamp: number) {
	const known = await knownOf(tx, list, entries);
	const rows = new Map<string, UploadEntryTable>();
	let n = stamp;
	for (const { votesFor, votesAgainst, ...entry } of entries) {
		const name = nameOf(entry);
		const old = known.get(name);
		if (rows.has(name)) continue;
		if (old?.removed === null) {
			if (old.votes_for === votesFor && old.votes_against === votesAgainst && old.label === entry.label) continue;
			const votes = { votes_for: votesFor, votes_against: votesAgainst, label: entry.label };
			await tx.updateTable('upload_entry').set(votes).where('list', '=', list).where('n', '=', old.n).execute();
			continue;
		}
		if (old) await setAside(tx, old);
		rows.set(name, { list, n: ++n, ...entry, votes_for: votesFor, votes_against: votesAgainst, removed: null });
	}
	const made = [...rows.values()];
	if (made.length > 0) await tx.insertInto('upload_entry').values(made).execute();
	return { last: n, added: made.length, quarantined: made.filter((row) => row.junk !== null).length };
}

/** Applies changes in their order (at most some hundreds: one statement each kind); all or none. */
export function applyChanges(store: Store, list: string, changes: readonly Change[]): Promise<Applied> {
	return store.tx(async (tx) => {
		const { stamp } = await tx
			.updateTable('upload_list')
			.set((eb) => ({ stamp: eb('stamp', '+', 0) }))
			.where('id', '=', list)
			.returning('stamp')
			.executeTakeFirstOrThrow();
		let last = stamp;
		const sum = { added: 0, known: 0, quarantined: 0, removed: 0 };
		let waiting: NewEntry[] = [];
		const flush = async (): Promise<void> => {
			if (waiting.length === 0) return;
			const done = await add(tx, list, waiting, last);
			last = done.last;
			sum.added += done.added;
			sum.known += waiting.length - done.added;
			sum.quarantined += done.quarantined;
			waiting = [];
		};
		for (const change of changes) {
			if (change.type === 'hash') {
				const { type: _, ...entry } = change;
				waiting.push(entry);
				continue;
			}
			await flush();
			const after = await withdraw(tx, list, change, last);
			sum.removed += after - last;
			last = after;
		}
		await flush();
		if (last !== stamp) await tx.updateTable('upload_list').set({ stamp: last }).where('id', '=', list).execute();
		return sum;
	});
}
