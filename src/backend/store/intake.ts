/** Takes in reports: those that wait at the same time share one transaction, so that one sync to the disk serves them all. */
import type { GrantTable, NewReport } from './schema.ts';
import type { CaseEventTable } from './log-tables.ts';
import { keepIdentities, type NewIdentity } from './identity.ts';
import { openLanes, type Room } from './lanes.ts';
import { findReport, type StoredReport } from './reports.ts';
import type { Store } from './open.ts';
import { spend, type Spent } from './tokens.ts';

export interface Grant {
	readonly key: string;
	readonly box: Uint8Array;
}

/** What is kept with a report, or not at all. */
export interface Along {
	readonly grants: readonly Grant[];
	/** The token it comes by; null for one that comes by work. */
	readonly spent: Spent | null;
	/** The first event of its log. */
	readonly event: CaseEventTable;
	/** Of a pseudonymous reporter. */
	readonly identity: NewIdentity | null;
}

/**
 * The one that was there before, to be compared by the caller; `spent`: its token was, by another report; `full`: too many
 * wait that are neither by token nor of a threat.
 */
export type Kept = 'kept' | 'spent' | 'full' | StoredReport;

export interface Intake {
	/**
	 * Keeps a report with its grants unless one of this id is there; answers once it is on the disk. Rejects where the store
	 * fails; then nothing is kept.
	 */
	keep(report: NewReport, along: Along): Promise<Kept>;
}

interface Waiting extends Along {
	readonly report: NewReport;
	readonly kept: (kept: Kept) => void;
	readonly failed: (error: unknown) => void;
}

const rowsOf = ({ report, grants }: Waiting): GrantTable[] =>
	grants.map(({ key, box }) => ({ report: report.id, key, wiki: report.wiki, at: report.at, box, desk: null }));

/** For each report of the batch: kept, its token spent before, or null where its id was there before. */
async function insert(store: Store, batch: readonly Waiting[]): Promise<('kept' | 'spent' | null)[]> {
	return store.tx(async (tx) => {
		const rows = await tx
			.insertInto('report')
			.values(batch.map((one) => one.report))
			.onConflict((conflict) => conflict.column('id').doNothing())
			.returning('id')
			.execute();
		const added = new Set(rows.map((row) => row.id));
		const fresh = batch.filter((one) => added.has(one.report.id));
		// Only of new ones: who sends a report again that was kept has spent its token with it.
		const paid = await spend(
			tx,
			fresh.flatMap(({ spent }) => spent ?? []),
		);
		const isPaid = ({ spent }: Waiting): boolean => spent === null || paid.has(spent.token);
		const unpaid = fresh.filter((one) => !isPaid(one)).map((one) => one.report.id);
		if (unpaid.length > 0) await tx.deleteFrom('report').where('id', 'in', unpaid).execute();
		const kept = fresh.filter(isPaid);
		const grants = kept.flatMap(rowsOf);
		if (grants.length > 0) await tx.insertInto('report_grant').values(grants).execute();
		if (kept.length > 0)
			await tx
				.insertInto('case_event')
				.values(kept.map((one) => one.event))
				.execute();
		await keepIdentities(
			tx,
			kept.flatMap(({ identity }) => identity ?? []),
		);
		return batch.map((one) => (added.has(one.report.id) ? (isPaid(one) ? 'kept' : 'spent') : null));
	});
}

async function keepBatch(store: Store, batch: readonly Waiting[]): Promise<void> {
	try {
		const all = await insert(store, batch);
		for (const [at, { report, kept, failed }] of batch.entries()) {
			const what = all[at];
			if (what) kept(what);
			else
				findReport(store.db, report.id).then(
					(earlier) => (earlier ? kept(earlier) : failed(new Error('gone'))),
					failed,
				);
		}
	} catch (error) {
		// Every value was checked before, so this is the store's own trouble and the same for all.
		for (const { failed } of batch) failed(error);
	}
}

export function openIntake(store: Store, room?: Room): Intake {
	const lanes = openLanes<Waiting>(room);
	let isRunning = false;

	async function run(): Promise<void> {
		isRunning = true;
		while (!lanes.isEmpty()) {
			// Lets in what has arrived meanwhile: an SQLite commit stops the whole process while the disk works.
			await new Promise((next) => setImmediate(next));
			await keepBatch(store, lanes.takeBatch());
		}
		isRunning = false;
	}

	return {
		keep(report, along) {
			return new Promise((kept, failed) => {
				if (!lanes.add({ report, ...along, kept, failed })) kept('full');
				else if (!isRunning) void run();
			});
		},
	};
}
