/** Whose a case is and how it is sorted: lease, assignment, severity, rest, groups. */
import { done } from '../../../contract/problem.ts';
import { leaseMs } from '../../../domain/case/event-kinds.ts';
import { conflict, set, type Change, type Effect } from './change.ts';

/** Somebody else holds the lease now. */
export function isClaimed({ report, along, at }: Change): boolean {
	const { lease_key: key, lease_until: until } = report;
	return key !== null && until !== null && until > at && !along.by.includes(key);
}

export const claim: Effect<'claim'> = async (change) =>
	isClaimed(change)
		? conflict('claimed')
		: set(change, { lease_key: change.event.by, lease_until: change.at + leaseMs });

export const release: Effect<'release'> = async (change) =>
	isClaimed(change) ? conflict('claimed') : set(change, { lease_key: null, lease_until: null });

export const assign: Effect<'assign'> = async (change) => {
	const { to } = change.event.data;
	if (to !== null) {
		const holder = await change.tx
			.selectFrom('report_grant')
			.select('key')
			.where('report', '=', change.report.id)
			.where('key', '=', to)
			.executeTakeFirst();
		if (!holder) return conflict('illegal');
	}
	return set(change, { assigned: to });
};

export const severity: Effect<'severity'> = (change) => set(change, { severity: change.event.data.level });

export const snooze: Effect<'snooze'> = (change) => {
	const { until } = change.event.data;
	return set(change, { snoozed: until === null ? null : Date.parse(until) });
};

export const join: Effect<'join'> = (change) => set(change, { in_group: change.event.data.group });
export const part: Effect<'part'> = (change) => set(change, { in_group: null });

/** It stands in the log, and that is all. */
export const noted = () => Promise.resolve(done('done' as const));
