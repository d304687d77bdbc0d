/** Protects a page from being edited and moved. */
import * as v from 'valibot';
import type { ActOf, StateOf } from '../../contract/act.ts';
import { done, type Outcome } from '../../contract/problem.ts';
import type { WikiTransport } from '../transport.ts';
import { change } from './change.ts';
import { nothingDone, type Done } from './done.ts';
import { readPageState } from './page-state.ts';
import { untilOf } from './user-state.ts';

const Shape = v.object({
	protect: v.object({ protections: v.optional(v.array(v.record(v.string(), v.unknown())), []) }),
});

/** What a page is protected against: of one that is not there, being made. */
const typesOf = ({ exists }: StateOf<'page'>): string[] => (exists ? ['edit', 'move'] : ['create']);

export async function protect(
	transport: WikiTransport,
	as: string,
	{ page, level, expiry, reason }: ActOf<'protect'>,
	now: StateOf<'page'>,
): Promise<Outcome<Done>> {
	const types = typesOf(now);
	// What else is protected (uploading a file) stays as it is.
	const others = now.protection.filter(({ type }) => !types.includes(type));
	const protections = [
		...types.map((type) => `${type}=${level || 'all'}`),
		...others.map(({ type, level }) => `${type}=${level}`),
	];
	const expiries = [...types.map(() => expiry), ...others.map(({ until }) => until ?? 'infinite')];
	const params = { title: page, protections: protections.join('|'), expiry: expiries.join('|'), reason };
	const changed = await change(transport, as, { action: 'protect', params }, Shape);
	if (!changed.ok) return changed;
	const [first] = changed.value.protect.protections;
	const after = await readPageState(transport, page);
	const until = String(first?.['expiry'] ?? '');
	return done({ ...nothingDone, logId: after.ok ? after.value.log : null, until: untilOf(until) });
}

/** Whether the page is protected so since it was seen. */
export const protectMade = (now: StateOf<'page'>, { level }: ActOf<'protect'>): Done | null => {
	const kept = typesOf(now).map((type) => now.protection.find((one) => one.type === type));
	if (level === '' || !kept.every((one) => one?.level === level)) return null;
	return { ...nothingDone, logId: now.log, until: kept[0]?.until ?? null };
};
