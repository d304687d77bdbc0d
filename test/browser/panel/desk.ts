/** Stands in for the backend of a handler and a custodian: rows, messages, steps and the log of openings, in memory. */
import * as v from 'valibot';
import type { AccountFacts } from '../../../src/contract/account.ts';
import type { AllVerbs } from '../../../src/contract/all-verbs.ts';
import { CaseRowSchema, type CaseRow, type CaseThread, type SealedCase } from '../../../src/contract/case.ts';
import type { StoredEvent } from '../../../src/contract/case-event.ts';
import type { StoredMessage } from '../../../src/contract/follow.ts';
import type { Opening } from '../../../src/contract/identity.ts';
import type { Handlers } from '../../../src/contract/port.ts';
import { logOf, type LogVerb } from './desk-log.ts';
import { done, failed, type Outcome } from '../../../src/contract/problem.ts';

export interface AtDesk {
	cases?: SealedCase[];
	/** More that come while the queue is open, by when they changed. */
	arrived?: SealedCase[];
	/** So many more rows, whose boxes are for another key. */
	manyCases?: number;
	/** Messages of each report, by its id. */
	letters?: Record<string, StoredMessage[]>;
	threads?: Record<string, Partial<Pick<CaseThread, 'decidedByMe' | 'badFaith' | 'pseudonymous'>>>;
	openings?: Opening[];
	/** Logs that are there already, by report. */
	events?: Record<string, StoredEvent[]>;
	colleagues?: { name: string; team: string; id: string; age: string; sign: string }[];
	/** Keys of others who hold a grant, by report. */
	others?: Record<string, string[]>;
	/** Revisions that the wiki has suppressed. */
	suppressed?: number[];
	/** Whether the account reported is locked on all wikis. */
	locked?: boolean;
	/** What the wiki says of every account. */
	account?: AccountFacts;
	/** Keys of who looks at a case. */
	present?: string[];
	/** Somebody took a step before the next one that is written. */
	conflict?: boolean;
}

type Verb =
	| 'cases'
	| 'openCase'
	| 'caseThread'
	| LogVerb
	| 'findBadFaith'
	| 'liftBadFaith'
	| 'openings'
	| 'accountFacts'
	| 'accountLocked'
	| 'suppressed'
	| 'askOpening'
	| 'approveOpening';

const rowOf = (one: SealedCase): CaseRow => v.parse(CaseRowSchema, one);
const at = '2026-11-22T10:00:00.000Z';
const newId = (letter: string, count: number): string => String(count).padStart(22, letter);

export function deskOf(desk: () => AtDesk): Pick<Handlers<AllVerbs>, Verb> {
	let made: SealedCase[] | undefined;
	const rows = (): SealedCase[] => {
		const { cases = [], manyCases = 0 } = desk();
		const [first] = cases;
		if (!first) return cases;
		const elsewhere = first.grants.map((grant) => ({ ...grant, key: '0'.repeat(16) }));
		made ??= [
			...cases,
			...Array.from({ length: manyCases }, (_, n) => ({ ...first, id: newId('A', n), grants: elsewhere })),
		];
		return made;
	};
	const arrived = (): SealedCase[] => desk().arrived ?? [];
	const find = (id: string): SealedCase | undefined => [...rows(), ...arrived()].find((one) => one.id === id);
	const lettersOf = (id: string): StoredMessage[] => ((desk().letters ??= {})[id] ??= []);
	const faithOf = (id: string) => desk().threads?.[id]?.badFaith ?? { findings: 0, mine: false };
	const keep = (id: string, part: NonNullable<AtDesk['threads']>[string]): void => {
		desk().threads = { ...desk().threads, [id]: { ...desk().threads?.[id], ...part } };
	};
	const add = (report: string, message: StoredMessage): Outcome<object> => {
		const known = lettersOf(report).find(({ id }) => id === message.id);
		if (known) return known.sealed === message.sealed ? done({}) : failed('conflict');
		lettersOf(report).push(message);
		return done({});
	};
	return {
		cases: ({ after, limit = 100 }) => {
			const all = rows();
			const from = Number(after ?? 0);
			const next = from + limit < all.length ? String(from + limit) : null;
			return done({ cases: all.slice(from, from + limit).map(rowOf), now: at, next });
		},
		openCase: ({ id }) => {
			const found = find(id);
			return found ? done(found) : failed('not-found');
		},
		caseThread: ({ id }) => {
			const found = find(id);
			if (!found) return failed('not-found');
			const usual = { decidedByMe: false, badFaith: { findings: 0, mine: false }, pseudonymous: false };
			return done({ row: rowOf(found), messages: [...lettersOf(id)], ...usual, ...desk().threads?.[id] });
		},
		...logOf({
			find,
			arrived,
			colleagues: () => desk().colleagues ?? [],
			others: (id) => ((desk().others ??= {})[id] ??= []),
			present: () => desk().present ?? [],
			isConflict: () => desk().conflict ?? false,
			add: (id, message) => add(id, { ...message, at, from: 'handler' }),
			decided: (id) => keep(id, { decidedByMe: true }),
			events: (id) => ((desk().events ??= {})[id] ??= []),
		}),
		findBadFaith: ({ id }) => {
			const findings = faithOf(id).findings + 1;
			keep(id, { badFaith: { findings, mine: true } });
			return done({ findings, slowedUntil: findings > 1 ? '2026-12-22T00:00:00.000Z' : null });
		},
		liftBadFaith: ({ id }) => {
			keep(id, { badFaith: { findings: 0, mine: false } });
			return done({});
		},
		accountFacts: () => {
			const { account } = desk();
			return account ? done(account) : failed('wiki-unreachable');
		},
		accountLocked: () => done({ locked: desk().locked ?? null }),
		suppressed: () => done({ revisions: desk().suppressed ?? [] }),
		openings: () => done({ openings: desk().openings ?? [] }),
		askOpening: () => done({ id: newId('O', 1) }),
		approveOpening: ({ opening }) => {
			const openings = desk().openings?.map((one) =>
				one.id === opening ? { ...one, approved: { by: 'Second Custodian', at } } : one,
			);
			Object.assign(desk(), { openings });
			return done({});
		},
	};
}
