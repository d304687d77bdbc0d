/** Looks into the backend's store from outside, as a test may: how many reports it has, and which. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stack } from '../stack.ts';

export function reportIds(stack: Stack): string[] {
	const db = new DatabaseSync(stack.database, { readOnly: true });
	try {
		return db
			.prepare('select id from report')
			.all()
			.map((row) => String(row['id']));
	} finally {
		db.close();
	}
}

/** Waits until the store has this many reports; gives how many it has at the end of the patience. */
export async function reportsReach(stack: Stack, count: number, patienceMs: number): Promise<number> {
	const until = Date.now() + patienceMs;
	while (Date.now() < until && reportIds(stack).length < count) await sleep(250);
	return reportIds(stack).length;
}
