/** Findings of bad faith and what comes of two of them, in rows that say nothing of a report or an account to each other. */
import { randomUUID } from 'node:crypto';
import type { NameOf } from '../standing/names.ts';
import type { Reader, Store } from './open.ts';

/** Who is meant, in one report. */
export interface Matter {
	readonly report: string;
	readonly wiki: string;
	/** Canonical name. */
	readonly user: string;
	/** Ids of the keys by which the asking handler holds the report. */
	readonly keys: readonly string[];
}

async function findingsIn(db: Reader, nameOf: NameOf, report: string) {
	const rows = await db.selectFrom('finding').selectAll().where('matter', '=', nameOf('matter', report)).execute();
	const bySubject = new Map<string, Set<string>>();
	for (const { subject, finding } of rows) bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(finding));
	const isMine = (keys: readonly string[]): boolean => {
		const own = new Set(keys.map((key) => nameOf('finder', report, key)));
		return rows.some(({ finder }) => own.has(finder));
	};
	return { isMine, of: (subject: string): number => bySubject.get(subject)?.size ?? 0, bySubject };
}

/** How many handlers found bad faith in a report, and whether one of them holds it by these keys. */
export async function findingsOf(
	db: Reader,
	nameOf: NameOf,
	report: string,
	keys: readonly string[] = [],
): Promise<{ findings: number; mine: boolean }> {
	const found = await findingsIn(db, nameOf, report);
	return { findings: Math.max(0, ...[...found.bySubject.values()].map((one) => one.size)), mine: found.isMine(keys) };
}

/** Two of different handlers are needed. */
export const enoughFindings = 2;

/**
 * Adds one handler's finding, once; the second one of a report slows its account down until `until` (ms). Answers how many
 * there are, and until when the account is slowed down for this report.
 */
export function addFinding(
	store: Store,
	nameOf: NameOf,
	{ report, wiki, user, keys }: Matter,
	until: number,
): Promise<{ findings: number; until: number | null }> {
	const [matter, subject] = [nameOf('matter', report), nameOf('subject', report, wiki, user)];
	const id = nameOf('slowing', report, wiki, user);
	return store.tx(async (tx) => {
		const found = await findingsIn(tx, nameOf, report);
		const before = found.of(subject);
		const isNew = !found.isMine(keys);
		if (isNew) {
			const finding = randomUUID();
			const rows = keys.map((key) => ({ matter, subject, finding, finder: nameOf('finder', report, key) }));
			await tx.insertInto('finding').values(rows).execute();
		}
		const findings = before + (isNew ? 1 : 0);
		// Only the step to two: a third that comes when the term is over begins no new one.
		if (isNew && findings === enoughFindings) {
			await tx
				.insertInto('slowing')
				.values({ id, account: nameOf('account', wiki, user), until })
				.onConflict((conflict) => conflict.column('id').doNothing())
				.execute();
		}
		const slowing = await tx.selectFrom('slowing').select('until').where('id', '=', id).executeTakeFirst();
		return { findings, until: slowing?.until ?? null };
	});
}

/** Takes all findings about somebody in a report back, with what came of them. `mine`: the asker made one; `none`: there is none. */
export function liftFindings(
	store: Store,
	nameOf: NameOf,
	{ report, wiki, user, keys }: Matter,
): Promise<'lifted' | 'mine' | 'none'> {
	const subject = nameOf('subject', report, wiki, user);
	return store.tx(async (tx) => {
		const found = await findingsIn(tx, nameOf, report);
		if (found.of(subject) === 0) return 'none';
		if (found.isMine(keys)) return 'mine';
		await tx
			.deleteFrom('finding')
			.where('matter', '=', nameOf('matter', report))
			.where('subject', '=', subject)
			.execute();
		await tx
			.deleteFrom('slowing')
			.where('id', '=', nameOf('slowing', report, wiki, user))
			.execute();
		return 'lifted';
	});
}

/** Until when (ms) an account is slowed down, null where it is not. */
export async function slowedUntil(db: Reader, account: string, now: number): Promise<number | null> {
	const row = await db
		.selectFrom('slowing')
		.select('until')
		.where('account', '=', account)
		.where('until', '>', now)
		.orderBy('until', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.until ?? null;
}
