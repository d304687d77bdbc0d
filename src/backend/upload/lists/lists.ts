/** The lists of this service: importing, fetching, removing, and how they stand. One thing at a time for each list. */
import type { Log } from '../../log.ts';
import type { ReceiptSigner } from '../../receipts.ts';
import type { Store } from '../../store/open.ts';
import { ensureList, listRow, updateList } from '../../store/upload-lists.ts';
import { withdrawAll } from '../../store/upload-removal.ts';
import type { ListConfig } from '../config.ts';
import { commit } from './commit.ts';
import { readList } from './formats.ts';
import { importRecords, noCounts, type Counts } from './import.ts';
import type { FormatId } from './record.ts';
import { firstPage, nextPage, openPage, SourceTrouble, type Patience, type Trouble } from './source.ts';

export interface ListsNeeds {
	readonly store: Store;
	readonly receipts: ReceiptSigner;
	readonly log: Log;
	now(): number;
	readonly signal: AbortSignal;
	/** Something was logged: the index may take it in. */
	changed(): void;
}

/** `failed`: it broke off, with the reason; what came before is kept. */
export type Imported = { readonly counts: Counts } & (
	{ readonly ok: true } | { readonly ok: false; readonly why: Trouble }
);

export interface Lists {
	/** From a file's bytes; `format` where it is not the configured one. Null for a list that is not configured, or is busy. */
	importFile(id: string, bytes: AsyncIterable<Uint8Array>, format?: FormatId): Promise<Imported | null>;
	/** From its source, from where it was left. */
	fetch(id: string): Promise<Imported | null>;
	remove(id: string): Promise<number | null>;
	/** Logs what a crash left behind, and settings that changed. */
	settle(): Promise<void>;
}

/** Pages with nothing in them, one after another: a source that leads on and on. */
const mostBare = 100;

/** A page at a time is logged and can be matched; of a file so many changes. */
const patience: Patience = { stallMs: 30_000 };

export function openLists(configs: readonly ListConfig[], needs: ListsNeeds, wait: Patience = patience): Lists {
	const { store, receipts, now } = needs;
	const busy = new Set<string>();

	async function exclusively<T>(id: string, work: (list: ListConfig) => Promise<T>): Promise<T | null> {
		const list = configs.find((one) => one.id === id);
		if (!list || busy.has(id)) return null;
		busy.add(id);
		try {
			await ensureList(store, id, now());
			return await work(list);
		} finally {
			busy.delete(id);
		}
	}

	async function logIt(list: ListConfig): Promise<void> {
		if (await commit(store, list, receipts, now())) needs.changed();
	}

	/** Runs an import and keeps how it went, whatever ended it. */
	async function run(list: ListConfig, work: (counts: Counts) => Promise<void>): Promise<Imported> {
		const counts = noCounts();
		await updateList(store, list.id, { state: 'running', note: '', at: now() });
		let why: Trouble | null = null;
		try {
			await work(counts);
		} catch (error) {
			why = error instanceof SourceTrouble ? error.reason : 'broken';
			needs.log.error('a hash list broke off', error);
		}
		await logIt(list);
		const state = why === null ? 'idle' : 'failed';
		await updateList(store, list.id, { state, note: why ?? '', counts: JSON.stringify(counts), at: now() });
		return why === null ? { ok: true, counts } : { ok: false, counts, why };
	}

	async function fetchAll(list: ListConfig, counts: Counts): Promise<void> {
		const { source } = list;
		if (!source) throw new SourceTrouble('no-source');
		const row = await listRow(store.db, list.id);
		const started = new Date(now()).toISOString();
		const seen = new Set<string>();
		let checkpoint = row?.since ?? null;
		let bare = 0;
		for (let page = row?.page ?? firstPage(list, source, checkpoint, now()); ;) {
			const { reading, digest } = await openPage(list, source, page, wait, needs.signal);
			await importRecords(store, list.id, reading.records, counts);
			const { page: next, newest } = reading.next();
			checkpoint = newest ?? checkpoint;
			const after = nextPage(list, source, page, next);
			const content = digest();
			bare = content === '' ? bare + 1 : 0;
			const isOld = content !== '' && seen.has(content);
			if (after !== null && (seen.has(after) || isOld || bare > mostBare)) {
				// Nobody knows where it stopped being the list: all of it is read again.
				await updateList(store, list.id, { page: null });
				throw new SourceTrouble('repeats');
			}
			seen.add(page).add(content);
			await logIt(list);
			// Entries do not come in the order of time, so a range counts as read once its last page is.
			const since = list.format === 'ncmec-v2' ? (new URL(page).searchParams.get('to') ?? started) : checkpoint;
			// Read again before it goes on: what a provider takes from a page moves the next ones up.
			await updateList(store, list.id, after === null ? { page: null, since } : { page });
			if (after === null) return;
			page = after;
		}
	}

	/** A page of the wiki may be emptied; a file with nothing in it is a mistake. */
	async function takeFile(list: ListConfig, bytes: AsyncIterable<Uint8Array>, format: FormatId, counts: Counts) {
		const good = await importRecords(store, list.id, readList(format, bytes).records, counts);
		if (good === 0 && list.page === undefined) throw new SourceTrouble(counts.errors > 0 ? 'format' : 'empty');
	}

	return {
		importFile: (id, bytes, format) =>
			exclusively(id, (list) => run(list, (counts) => takeFile(list, bytes, format ?? list.format, counts))),
		fetch: (id) => exclusively(id, (list) => run(list, (counts) => fetchAll(list, counts))),
		remove: (id) =>
			exclusively(id, async (list) => {
				const gone = await withdrawAll(store, id);
				await logIt(list);
				await updateList(store, id, { state: 'removed', page: null, since: null, counts: '{}', at: now() });
				return gone;
			}),
		async settle() {
			for (const { id } of configs) {
				await exclusively(id, async (list) => {
					await logIt(list);
					const row = await listRow(store.db, id);
					// What ran when the service died has ended with it.
					if (row?.state === 'running') await updateList(store, id, { state: 'failed', note: 'broken' });
				});
			}
		},
	};
}
