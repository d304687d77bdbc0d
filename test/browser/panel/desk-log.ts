/** Stands in for the backend of a case's log: events in memory, each doing to the row what its kind says. */
import * as v from 'valibot';
import type { AllVerbs } from '../../../src/contract/all-verbs.ts';
import { eventHash, type Conflict, type HandlerEvent, type StoredEvent } from '../../../src/contract/case-event.ts';
import { CaseRowSchema, type CaseRow, type SealedCase } from '../../../src/contract/case.ts';
import type { StoredMessage } from '../../../src/contract/follow.ts';
import type { Handlers } from '../../../src/contract/port.ts';
import { done, failed, type Outcome } from '../../../src/contract/problem.ts';

export type LogVerb = 'caseEvents' | 'writeEvent' | 'watchCase' | 'leaveCase' | 'watchCases' | 'colleagues';

interface AtLog {
	find(id: string): SealedCase | undefined;
	/** What came since the queue was read. */
	arrived(): readonly SealedCase[];
	colleagues(): readonly { name: string; team: string; id: string; age: string; sign: string }[];
	/** Keys of others who hold a grant. */
	others(id: string): string[];
	present(): readonly string[];
	isConflict(): boolean;
	add(id: string, message: Pick<StoredMessage, 'id' | 'kind' | 'sealed'>): Outcome<object>;
	decided(id: string): void;
	events(id: string): StoredEvent[];
}

const at = '2026-11-22T10:00:00.000Z';
const rowOf = (one: SealedCase): CaseRow => v.parse(CaseRowSchema, one);
const conflict = (why: Conflict['why'], changed: Conflict['changed'] = []) =>
	failed('conflict', [], { why, changed } satisfies Conflict);

/** What the row says once it happened. */
function changeOf(event: HandlerEvent): Partial<CaseRow> {
	if (event.kind === 'step') {
		const { to } = event.data;
		return { state: to, since: at, due: to === 'decided' ? { step: 'close', by: '2026-12-22T10:00:00.000Z' } : null };
	}
	if (event.kind === 'claim') return { lease: { key: event.by, until: '2099-01-01T00:00:00.000Z' } };
	if (event.kind === 'release') return { lease: null };
	if (event.kind === 'assign') return { assigned: event.data.to };
	if (event.kind === 'severity') return { severity: event.data.level };
	if (event.kind === 'snooze') return { snoozed: event.data.until };
	if (event.kind === 'join') return { group: event.data.group };
	if (event.kind === 'part') return { group: null };
	return event.kind === 'hold' ? { hold: 'asked' } : {};
}

export function logOf(log: AtLog): Pick<Handlers<AllVerbs>, LogVerb> {
	return {
		caseEvents: ({ id, after = 0 }) => {
			const found = log.find(id);
			if (!found) return failed('not-found');
			const own = found.grants.map(({ key, desk }) => ({ key, desk: desk !== null }));
			const holders = [...own, ...log.others(id).map((key) => ({ key, desk: false }))];
			return done({ row: rowOf(found), events: log.events(id).filter(({ event }) => event.seq > after), holders });
		},
		writeEvent: async ({ id, event, sealed = null, remainder, message, desk = [], grants = [] }) => {
			const found = log.find(id);
			if (!found) return failed('not-found');
			const isStep = event.kind === 'step';
			if (isStep && (log.isConflict() || found.state !== event.data.from)) return conflict('illegal');
			if (event.seq !== found.version + 1) {
				return conflict(
					'stale',
					log.events(id).filter((one) => one.event.seq >= event.seq),
				);
			}
			const kind = isStep && event.data.to === 'decided' ? 'decision' : 'message';
			if (message) log.add(id, { ...message, kind });
			log.events(id).push({ event, sealed });
			const boxed = found.grants.map((one) => ({
				...one,
				desk: desk.find(({ key }) => key === one.key)?.box ?? one.desk,
			}));
			const gone = event.kind === 'revoke' ? event.data.keys : [];
			// Given to oneself, with a new key: the row tells of it.
			const isOwn = (key: string): boolean => key === event.by || found.grants.some((one) => one.key === key);
			const fresh = grants.filter(({ key }) => isOwn(key));
			const kept = boxed.filter(({ key }) => !gone.includes(key) && !fresh.some((one) => one.key === key));
			const own = [...kept, ...fresh];
			const others = log.others(id);
			const given = grants.map(({ key }) => key).filter((key) => !isOwn(key));
			others.splice(0, others.length, ...others.filter((key) => !gone.includes(key)), ...given);
			const end = { version: event.seq, head: await eventHash(event), changed: at, grants: own };
			Object.assign(found, end, changeOf(event));
			if (event.kind === 'withhold') Object.assign(found, { sealed: remainder, hash: event.data.after });
			if (isStep && event.data.to === 'decided') log.decided(id);
			return done(rowOf(found));
		},
		watchCase: async ({ id, after }) => {
			const { version = 0, lease = null } = log.find(id) ?? {};
			const state = [version, lease?.key, ...log.present()].join();
			// A test that waits for something else asks again by what it does.
			if (state === after) await new Promise((next) => setTimeout(next, 1_000));
			return done({ state, version, lease, present: [...log.present()], now: at });
		},
		leaveCase: () => done({}),
		watchCases: async ({ since }) => {
			for (let tries = 0; tries < 60; tries += 1) {
				const fresh = log.arrived().filter(({ changed }) => changed > since);
				const newest = fresh.map(({ changed }) => changed).sort();
				if (fresh.length > 0) return done({ cases: fresh.map(rowOf), at: newest.at(-1) ?? since });
				await new Promise((next) => setTimeout(next, 200));
			}
			return done({ cases: [], at: since });
		},
		colleagues: () => {
			const all = log.colleagues();
			return done({
				people: all.map(({ name, team, ...key }) => ({ name, team, key, former: [] })),
				signers: Object.fromEntries(all.map(({ id, name, sign }) => [id, { name, sign }])),
				service: {},
			});
		},
	};
}
