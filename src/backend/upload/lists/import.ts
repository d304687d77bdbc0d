/** Takes a list in: what a reader gives is judged, brought into bunches and kept, with memory for one bunch. */
import { junkOf } from '../../../domain/upload/junk.ts';
import type { Store } from '../../store/open.ts';
import { applyChanges, type Change } from '../../store/upload-lists.ts';
import type { ListRecord } from './record.ts';

/** So many entries at a time, also of those that come to nothing; then requests get their turn. */
const breath = 5_000;

/** SQLite takes 32,766 values in a statement, an entry has eleven. */
const bunch = 2_000;

export interface Counts {
	added: number;
	/** There already. */
	known: number;
	/** Added, but never matched. */
	quarantined: number;
	removed: number;
	/** Of a kind that is not compared here. */
	unused: number;
	/** Entries that cannot be read. */
	errors: number;
}
export const noCounts = (): Counts => ({ added: 0, known: 0, quarantined: 0, removed: 0, unused: 0, errors: 0 });

function changeOf(record: ListRecord): Change | null {
	if (record.type === 'gone') {
		const { source, kind, hex } = record;
		return kind === undefined || hex === undefined
			? { type: 'gone', source }
			: { type: 'gone', source, kind, value: Buffer.from(hex, 'hex') };
	}
	if (record.type !== 'hash') return null;
	const { hex, ...rest } = record;
	return { ...rest, value: Buffer.from(hex, 'hex'), junk: junkOf(record.kind, hex, record.quality) };
}

/**
 * Adds to `counts` as it goes, so that they also hold for an import that breaks off; answers how many entries could be read.
 * Rejects where the reader does.
 */
export async function importRecords(
	store: Store,
	list: string,
	records: AsyncIterable<ListRecord[]>,
	counts: Counts,
): Promise<number> {
	let waiting: Change[] = [];
	const before = counts.errors;
	let seen = 0;
	const flush = async (): Promise<void> => {
		const applied = await applyChanges(store, list, waiting);
		waiting = [];
		for (const name of ['added', 'known', 'quarantined', 'removed'] as const) counts[name] += applied[name];
		// An SQLite commit stops the whole process.
		await new Promise((next) => setImmediate(next));
	};
	try {
		for await (const some of records) {
			for (const record of some) {
				if (++seen % breath === 0) await new Promise((next) => setImmediate(next));
				if (record.type === 'unused') counts.unused++;
				else if (record.type === 'error') counts.errors++;
				else {
					const change = changeOf(record);
					if (change) waiting.push(change);
					if (waiting.length >= bunch) await flush();
				}
			}
		}
	} finally {
		// What was read before it broke is good: the next time it is known already.
		await flush();
	}
	return seen - (counts.errors - before);
}
