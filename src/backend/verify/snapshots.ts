/** Whether the snapshots are whole and fit the logs, and what the wiki's page says of them. */
import { firstPrevious } from '../../contract/case-event.ts';
import type { HeadSnapshotTable } from '../store/log-tables.ts';
import { snapshotHash } from '../store/snapshots.ts';
import type { Fault } from './case-log.ts';

/** `hashAt`: of the event of a report by its number; undefined where it is not there. By `n`. */
export function checkSnapshots(
	snapshots: readonly HeadSnapshotTable[],
	hashAt: (report: string, seq: number) => string | undefined,
): Fault[] {
	const faults: Fault[] = [];
	let previous = firstPrevious;
	for (const [at, snapshot] of snapshots.entries()) {
		const { n, hash, heads } = snapshot;
		const fault = (what: Fault['what']) => faults.push({ of: `snapshot ${n}`, seq: 0, what });
		if (n !== at + 1 || snapshot.previous !== previous) fault('snapshot-gap');
		if (snapshotHash(snapshot) !== hash) fault('snapshot-hash');
		previous = hash;
		for (const line of heads === '' ? [] : heads.split('\n')) {
			const [report = '', version = '', head] = line.split(' ');
			if (hashAt(report, Number(version)) !== head) {
				faults.push({ of: report, seq: Number(version), what: 'snapshot-head' });
			}
		}
	}
	return faults;
}

/** `published`: what the page and its history say, by number. */
export function checkPage(
	snapshots: readonly HeadSnapshotTable[],
	published: ReadonlyMap<number, ReadonlySet<string>>,
): Fault[] {
	const own = new Map(snapshots.map(({ n, hash }) => [n, hash]));
	return [...published].flatMap(([n, hashes]): Fault[] => {
		const hash = own.get(n);
		const of = `snapshot ${n}`;
		if (hash === undefined) return [{ of, seq: 0, what: 'page-more' }];
		return hashes.size === 1 && hashes.has(hash) ? [] : [{ of, seq: 0, what: 'page-differs' }];
	});
}
