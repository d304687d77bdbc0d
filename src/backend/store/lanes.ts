/** The order in which waiting reports are taken in: nobody's flood stands before somebody's emergency. */
import type { Spent } from './tokens.ts';

/** What the order goes by. */
export interface Waits {
	readonly report: { readonly id: string; readonly route: string; readonly sealed: Uint8Array };
	readonly grants: readonly unknown[];
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
function laneOf({ report, spent }: Waits): 0 | 1 | 2 {
	if (spent !== null) return 0;
	return report.route === 'threat' ? 1 : 2;
}

export interface Lanes<W extends Waits> {
	add(one: W): void;
	isEmpty(): boolean;
	/** The next that fit into one transaction. */
	takeBatch(): W[];
}

export function openLanes<W extends Waits>(): Lanes<W> {
	const lanes: readonly [W[], W[], W[]] = [[], [], []];

	return {
		add: (one) => void lanes[laneOf(one)].push(one),
		isEmpty: () => lanes.every((lane) => lane.length === 0),
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
			for (const lane of lanes) {
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
					count++;
				}
				lane.splice(0, count);
			}
			return batch;
		},
	};
}
