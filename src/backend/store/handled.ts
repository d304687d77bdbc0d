/** Whether somebody has come to a report, and when it is overdue, in the store's own words. */
import { sql, type ExpressionBuilder } from 'kysely';
import { handlerKinds } from '../../domain/case/event-kinds.ts';
import type { Deadlines } from '../../domain/report/deadlines.ts';
import type { Tables } from './schema.ts';

const hour = 3_600_000;
/** As a number that both stores take for one. */
export const big = (value: number) => sql<number>`cast(${value} as bigint)`;

/** When somebody asked others to look again (ms), the reporter or the person reported; null where nobody did. */
export const lookAgain = sql<
	number | null
>`(case when coalesce(report.contested_at, 0) > coalesce(report.appealed_at, 0)
	then report.contested_at else report.appealed_at end)`;
/** Since when the handlers are asked (ms). */
export const askedAt = sql<number>`coalesce(${lookAgain}, report.at)`;

/** From when on an open report is overdue (ms), as `dueOf` has it. */
export const lateFrom = ({ decisionDays, emergencyHours, triageDays }: Deadlines) =>
	sql<number>`(case when report.state <> 'received'
		then ${askedAt} + ${big(decisionDays * 24 * hour)}
		when report.route = 'threat' then report.at + ${big(emergencyHours * hour)}
		else report.at + ${big(triageDays * 24 * hour)} end)`;

/** A handler has done something about it since then. */
export const isHandled = (eb: ExpressionBuilder<Tables, 'report'>) =>
	eb.or([
		// Every step is an event, but for those of before there was a log.
		eb.and([eb(lookAgain, 'is', null), eb('state', '<>', 'received')]),
		eb.exists(
			eb
				.selectFrom('case_event')
				.select('case_event.seq')
				.whereRef('case_event.report', '=', 'report.id')
				.where('case_event.kind', 'in', handlerKinds)
				.where('case_event.at', '>=', askedAt),
		),
	]);
