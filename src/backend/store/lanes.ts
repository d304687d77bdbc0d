/** The order in which waiting reports are taken in: nobody's flood stands before somebody's emergency. */
import type { Spent } from './tokens.ts';

/** What the order goes by. */
export interface Waits {
	readonly report: { readonly id: string; readonly route: string; readonly sealed: Uint8Array };
	readonly grants: readonly { readonly box: Uint8Array }[];
	/** Null where it comes by work. */
	readonly spent: Spent | null;
}

/** SQLite takes 32,766 values in a statement; a grant has five, a report fourteen. */
const mostReports = 256;
const mostGrants = 4_000;
const mostBytes = 32_000_000;

/**
 * Tokens are few, so what comes by one goes first; then threats, so that a flood of anything else is behind them; then the
 * rest. Within a lane the order of arrival.
 */
const order = ['token', 'threat', 'report'] as const;
export type Lane = (typeof order)[number];

export function laneOf(route: string, spent: Spent | null): Lane {
	if (spent !== null) return 'token';
	return route === 'threat' ? 'threat' : 'report';
}

/** How much of the last lane waits in memory at most: reports, and bytes of them. */
export interface Room {
	readonly reports: number;
	readonly bytes: number;
}

const usualRoom: Room = { reports: 20_000, bytes: 256_000_000 };

const sizeOf = ({ report, grants }: Waits): number =>
	grants.reduce((sum, { box }) => sum + box.length, report.sealed.length);

export interface Lanes<W extends Waits> {
	/** False where the last lane is full; tokens and threats are always let in. */
	add(one: W): boolean;
	isEmpty(): boolean;
	/** The next that fit into one transaction. */
	takeBatch(): W[];
}

export function openLanes<W extends Waits>(room = usualRoom): Lanes<W> {
	const lanes: Readonly<Record<Lane, W[]>> = { token: [], threat: [], report: [] };
	/** Bytes of the last lane. */
	let waiting = 0;

	return {
		add(one) {
			const lane = laneOf(one.report.route, one.spent);
			if (lane === 'report') {
				if (lanes.report.length >= room.reports || waiting + sizeOf(one) > room.bytes) return false;
				waiting += sizeOf(one);
			}
			lanes[lane].push(one);
			return true;
		},
		isEmpty: () => order.every((lane) => lanes[lane].length === 0),
		takeBatch() {
			const batch: W[] = [];
			const taken = new Set<string>();
			let [grants, bytes] = [0, 0];
			/** Of one id and of one token only the first: its double waits for the next. */
			const fits = ({ report, grants: own, spent }: W): boolean => {
				if (batch.length === 0) return true;
				if (taken.has(report.id) || (spent && taken.has(spent.token))) return false;
				const isFull = batch.length === mostReports || grants + own.length > mostGrants;
				return !isFull && bytes + report.sealed.length <= mostBytes;
			};
			for (const name of order) {
				const lane = lanes[name];
				let count = 0;
				for (const one of lane) {
					// What waits behind it in its lane waits too, and so does every lane after.
					if (!fits(one)) {
						lane.splice(0, count);
						return batch;
					}
					batch.push(one);
					taken.add(one.report.id);
					if (one.spent) taken.add(one.spent.token);
					grants += one.grants.length;
					bytes += one.report.sealed.length;
					if (name === 'report') waiting -= sizeOf(one);
					count++;
				}
				lane.splice(0, count);
			}
			return batch;
		},
	};
}
