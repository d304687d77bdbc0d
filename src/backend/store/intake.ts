/** Takes in reports: those that wait at the same time share one transaction, so that one sync to the disk serves them all. */
import type { GrantTable, NewReport } from './schema.ts';
import { findReport, type StoredReport } from './reports.ts';
import type { Store } from './open.ts';

export interface Grant {
	readonly key: string;
	readonly box: Uint8Array;
}

export interface Intake {
	/**
	 * Keeps a report with its grants unless one of this id is there. Answers null once it is kept and on the disk, else the
	 * one that was there before, to be compared by the caller. Rejects where the store fails; then nothing is kept.
	 */
	keep(report: NewReport, grants: readonly Grant[]): Promise<StoredReport | null>;
}

interface Waiting {
	readonly report: NewReport;
	readonly grants: readonly Grant[];
	readonly kept: (earlier: StoredReport | null) => void;
	readonly failed: (error: unknown) => void;
}

/** SQLite takes 32,766 values in a statement; a grant has five, a report fourteen. */
const mostReports = 256;
const mostGrants = 4_000;
const mostBytes = 32_000_000;

/** The first of the queue that fit into one transaction; of one id only the first, its double waits for the next. */
function takeBatch(queue: Waiting[]): Waiting[] {
	const ids = new Set<string>();
	let [grants, bytes, count] = [0, 0, 0];
	for (const { report, grants: own } of queue) {
		grants += own.length;
		bytes += report.sealed.length;
		const isFull = count === mostReports || grants > mostGrants || bytes > mostBytes;
		if (count > 0 && (isFull || ids.has(report.id))) break;
		ids.add(report.id);
		count++;
	}
	return queue.splice(0, count);
}

const rowsOf = ({ report, grants }: Waiting): GrantTable[] =>
	grants.map(({ key, box }) => ({ report: report.id, key, wiki: report.wiki, at: report.at, box }));

/** The ids that were not there before. */
async function insert(store: Store, batch: readonly Waiting[]): Promise<Set<string>> {
	return store.tx(async (tx) => {
		const added = await tx
			.insertInto('report')
			.values(batch.map((one) => one.report))
			.onConflict((conflict) => conflict.column('id').doNothing())
			.returning('id')
			.execute();
		const ids = new Set(added.map((row) => row.id));
		const grants = batch.filter((one) => ids.has(one.report.id)).flatMap(rowsOf);
		if (grants.length > 0) await tx.insertInto('report_grant').values(grants).execute();
		return ids;
	});
}

async function keepBatch(store: Store, batch: readonly Waiting[]): Promise<void> {
	try {
		const added = await insert(store, batch);
		for (const { report, kept, failed } of batch) {
			if (added.has(report.id)) kept(null);
			else findReport(store.db, report.id).then((earlier) => kept(earlier ?? null), failed);
		}
	} catch (error) {
		// Every value was checked before, so this is the store's own trouble and the same for all.
		for (const { failed } of batch) failed(error);
	}
}

export function openIntake(store: Store): Intake {
	const queue: Waiting[] = [];
	let isRunning = false;

	async function run(): Promise<void> {
		isRunning = true;
		while (queue.length > 0) {
			// Lets in what has arrived meanwhile: an SQLite commit stops the whole process while the disk works.
			await new Promise((next) => setImmediate(next));
			await keepBatch(store, takeBatch(queue));
		}
		isRunning = false;
	}

	return {
		keep(report, grants) {
			return new Promise((kept, failed) => {
				queue.push({ report, grants, kept, failed });
				if (!isRunning) void run();
			});
		},
	};
}
