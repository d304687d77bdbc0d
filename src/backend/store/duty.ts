/** What waits for somebody of a wiki, and what was told of it: each alert once, whoever sends it. */
import { sql, type ExpressionBuilder } from 'kysely';
import { urgentRoutes } from '../../domain/config/duty.ts';
import type { Deadlines } from '../../domain/report/deadlines.ts';
import type { Reader, Store, Writer } from './open.ts';
import { askedAt, big, isHandled, lateFrom, lookAgain } from './handled.ts';
import type { ReportTable, Tables } from './schema.ts';

export type Waiting = Pick<
	ReportTable,
	'id' | 'route' | 'at' | 'state' | 'since' | 'appealed_at' | 'contested_at' | 'decided_by'
>;

export interface Alert {
	readonly report: string;
	readonly reason: string;
	readonly stage: number;
}

const columns = ['id', 'route', 'at', 'state', 'since', 'appealed_at', 'contested_at', 'decided_by'] as const;
const minute = 60_000;
const most = 500;

/** So long nobody is told again of the same wiki (ms): a flood of reports is one e-mail. */
const quiet = { urgent: minute, other: 10 * minute };

type Number = ReturnType<typeof sql<number>>;
type Reports = ExpressionBuilder<Tables, 'report'>;

const urgentList = sql.join(urgentRoutes.map((route) => sql`${route}`));

/** The people whose turn it is were told: nothing to do until the next are. `from`: since when somebody is waited for (ms). */
const isTold = (reason: ReturnType<typeof sql<string>>, from: Number, term: Terms, now: number) => (eb: Reports) =>
	eb.exists(
		eb
			.selectFrom('duty_alert')
			.select('duty_alert.report')
			.whereRef('duty_alert.report', '=', 'report.id')
			.where('duty_alert.reason', '=', reason)
			.where('duty_alert.at', '>', 0)
			.where(
				sql<boolean>`(duty_alert.stage = 2 or (duty_alert.stage + 1) * (case when report.route in (${urgentList})
					then ${big(term.urgent)} else ${big(term.other)} end) > ${big(now)} - ${from})`,
			),
	);

/** Emergencies first, then the oldest. */
const open = (db: Reader, wiki: string) =>
	db
		.selectFrom('report')
		.select(columns)
		.where('state', 'in', ['received', 'triaged', 'in-review'])
		.where('wiki', '=', wiki)
		.where('erased_at', 'is', null)
		.orderBy(sql`case when report.route in (${urgentList}) then 0 else 1 end`)
		.orderBy('at')
		.limit(most);

/** How long a stage lasts (ms). */
export interface Terms {
	readonly urgent: number;
	readonly other: number;
}

/** Nobody has done anything about them since they came or others were asked to look again, and somebody is to be told. */
export function unseen(db: Reader, wiki: string, term: Terms, now: number): Promise<Waiting[]> {
	const reason = sql<string>`case when ${lookAgain} is null then 'new' when ${lookAgain} = report.appealed_at
		then 'appeal' else 'contest' end`;
	const told = isTold(reason, askedAt, term, now);
	return open(db, wiki)
		.where((eb) => eb.not(isHandled(eb)))
		.where((eb) => eb.not(told(eb)))
		.execute();
}

/** Something was due by now (ms), and somebody is to be told. */
export function overdue(db: Reader, wiki: string, deadlines: Deadlines, term: Terms, now: number): Promise<Waiting[]> {
	const reason = sql<string>`case when report.state = 'received' then 'late-look'
		when ${lookAgain} is null then 'late' when ${lookAgain} = report.appealed_at
		then 'late-appeal' else 'late-contest' end`;
	const by = lateFrom(deadlines);
	const told = isTold(reason, by, term, now);
	return open(db, wiki)
		.where(by, '<=', now)
		.where((eb) => eb.not(told(eb)))
		.execute();
}

/** Ids of the keys that can open a report. */
export async function keysOn(db: Reader, report: string): Promise<string[]> {
	const rows = await db.selectFrom('report_grant').select('key').where('report', '=', report).execute();
	return rows.map((row) => row.key);
}

/** Routes of one urgency of which this wiki's people heard a moment ago. */
async function isQuiet(tx: Writer, wiki: string, urgency: 'urgent' | 'other', now: number): Promise<boolean> {
	const heard = await tx
		.selectFrom('duty_alert')
		.innerJoin('report', 'report.id', 'duty_alert.report')
		.select('duty_alert.report')
		.where('duty_alert.at', '>', now - quiet[urgency])
		.where('report.wiki', '=', wiki)
		.where('report.route', urgency === 'urgent' ? 'in' : 'not in', urgentRoutes)
		.limit(1)
		.execute();
	return heard.length > 0;
}

export interface Wanted extends Alert {
	readonly urgent: boolean;
}

/**
 * Those of the alerts of a wiki that the caller is to send now. They stay the caller's for a while, twice as long at each
 * try: one that was not marked as told comes up again then.
 */
export function claimAlerts<T extends Wanted>(
	store: Store,
	wiki: string,
	wanted: readonly T[],
	now: number,
): Promise<T[]> {
	return store.tx(async (tx) => {
		const ids = wanted.map((alert) => alert.report);
		const known = ids.length ? await tx.selectFrom('duty_alert').selectAll().where('report', 'in', ids).execute() : [];
		const quietNow = { urgent: await isQuiet(tx, wiki, 'urgent', now), other: await isQuiet(tx, wiki, 'other', now) };
		const mine: T[] = [];
		for (const alert of wanted) {
			const { report, reason, stage, urgent } = alert;
			const same = known.filter((row) => row.report === report && row.reason === reason && row.stage >= stage);
			if (quietNow[urgent ? 'urgent' : 'other'] || same.some((row) => row.at > 0 || row.held > now)) continue;
			const tries = (same.find((row) => row.stage === stage)?.tries ?? 0) + 1;
			const held = now + Math.min(2 ** tries, 60) * minute;
			await tx
				.insertInto('duty_alert')
				.values({ report, reason, stage, at: 0, held, tries })
				.onConflict((conflict) => conflict.columns(['report', 'reason', 'stage']).doUpdateSet({ held, tries }))
				.execute();
			mine.push(alert);
		}
		return mine;
	});
}

export async function markAlerted(store: Store, alerts: readonly Alert[], now: number): Promise<void> {
	await store.tx(async (tx) => {
		for (const { report, reason, stage } of alerts) {
			const row = tx.updateTable('duty_alert').set({ at: now }).where('report', '=', report);
			await row.where('reason', '=', reason).where('stage', '=', stage).execute();
		}
	});
}
