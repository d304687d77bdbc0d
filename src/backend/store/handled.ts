/** Whether a handler has done anything about a report since it came, or since its appeal. */
import type { ExpressionBuilder } from 'kysely';
import { handlerKinds } from '../../domain/case/event-kinds.ts';
import type { Tables } from './schema.ts';

type Reports = ExpressionBuilder<Tables, 'report'>;

export const isHandled = (eb: Reports) =>
	eb.or([
		// Every step is an event, but for those of before there was a log.
		eb.and([eb('appealed_at', 'is', null), eb('state', '<>', 'received')]),
		eb.exists(
			eb
				.selectFrom('case_event')
				.select('case_event.seq')
				.whereRef('case_event.report', '=', 'report.id')
				.where('case_event.kind', 'in', handlerKinds)
				.where('case_event.at', '>=', eb.fn.coalesce('report.appealed_at', 'report.at')),
		),
	]);
