/** Goes through all logs and snapshots of a store. */
import type { HeadSnapshotTable } from '../store/log-tables.ts';
import type { Reader } from '../store/open.ts';
import { checkLog, type Fault } from './case-log.ts';
import { checkSnapshots } from './snapshots.ts';

export interface Verified {
	readonly faults: readonly Fault[];
	readonly logs: number;
	readonly events: number;
	/** Events whose signing key is not known here. */
	readonly unknown: number;
	readonly snapshots: readonly HeadSnapshotTable[];
}

/** `keys`: id to Ed25519 keys, base64url. Reads one log at a time; of all of them the hashes are kept. */
export async function verifyStore(db: Reader, keys: ReadonlyMap<string, readonly string[]>): Promise<Verified> {
	const faults: Fault[] = [];
	const hashes = new Map<string, readonly string[]>();
	let events = 0;
	let unknown = 0;
	const ends = await db.selectFrom('report').select(['id', 'version', 'head']).where('version', '>', 0).execute();
	const logged = await db.selectFrom('case_event').select('report').distinct().execute();
	const byId = new Map(ends.map((end) => [end.id, end]));
	for (const report of new Set([...byId.keys(), ...logged.map((row) => row.report)])) {
		const rows = await db.selectFrom('case_event').selectAll().where('report', '=', report).orderBy('seq').execute();
		const checked = await checkLog(report, rows, byId.get(report) ?? null, keys);
		faults.push(...checked.faults);
		unknown += checked.unknown;
		events += rows.length;
		hashes.set(
			report,
			rows.map((row) => row.hash),
		);
	}
	const snapshots = await db.selectFrom('head_snapshot').selectAll().orderBy('n').execute();
	faults.push(...checkSnapshots(snapshots, (report, seq) => hashes.get(report)?.[seq - 1]));
	return { faults, logs: hashes.size, events, unknown, snapshots };
}
