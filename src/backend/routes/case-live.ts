/** Watching one case, and all of one's own: answers that come when there is something to say. */
import { createHash } from 'node:crypto';
import { done, failed } from '../../contract/problem.ts';
import { leaseMs } from '../../domain/case/event-kinds.ts';
import { leave, look, type Sight } from '../store/live.ts';
import { groupMates, rowsOf } from '../store/cases.ts';
import { iso } from '../times.ts';
import { casesAt, heldCase, keysFor, leaseOf } from './case-rows.ts';
import type { Handler } from './handler.ts';

/** Somebody of whom nothing is heard is gone, ms: longer than one wait and the way to the next. */
const presenceMs = 20_000;

function stateOf({ version, present }: Sight, lease: string | undefined): string {
	return createHash('sha256')
		.update([version, lease, ...present].join(' '))
		.digest('base64url')
		.slice(0, 22);
}

export const watchCase: Handler<'watchCase'> = async (call, services) => {
	const { params, query, caller } = call;
	const { store, live, now } = services;
	const held = await heldCase(services, caller, params.id);
	if (!held.ok) return held;
	const own = held.value.keys.map(({ id }) => id);
	const [key] = held.value.row.grants.map((grant) => grant.key);
	const who = caller.tokenHash;
	if (key === undefined) return failed('not-found');
	let isAnswered = false;
	let isGone = false;
	const gone = async (): Promise<void> => {
		isGone = true;
		await leave(store, params.id, who);
	};
	// The connection broke while we waited: their tab is closed.
	call.afterAnswer(() => {
		if (!isAnswered) gone().catch((error: unknown) => services.log.error('leaving failed', error));
	});
	await look(store, { report: params.id, who, key, until: now() + presenceMs }, own, now() + leaseMs, now());
	if (isGone) await gone();
	const told = (sight: Sight): string => stateOf(sight, leaseOf(sight, now())?.key);
	const sight = await live.sight(params.id, (seen) => told(seen) !== query.after);
	isAnswered = true;
	if (!sight) return failed('not-found');
	const { version, present } = sight;
	return done({ state: told(sight), version, present: [...present], lease: leaseOf(sight, now()), now: iso(now()) });
};

export const leaveCase: Handler<'leaveCase'> = async ({ params: { id }, caller }, services) => {
	const held = await heldCase(services, caller, id);
	if (!held.ok) return held;
	await leave(services.store, id, caller.tokenHash);
	return done({});
};

export const watchCases: Handler<'watchCases'> = async ({ query, caller }, services) => {
	const keys = await keysFor(caller, services);
	if (!keys.ok) return keys;
	const { db } = services.store;
	const changed = new Set<string>();
	await services.live.changes(Date.parse(query.since), async (ids) => {
		for (const row of await rowsOf(db, keys.value, ids)) changed.add(row.id);
		return changed.size > 0;
	});
	const cases = await casesAt(services, keys.value, [...changed, ...(await groupMates(db, [...changed]))]);
	const at = cases
		.map((row) => row.changed)
		.sort()
		.at(-1);
	return done({ cases, at: at ?? query.since });
};
