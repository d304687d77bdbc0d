/** When each report came, and when a handler first did something about it. */
import { handlerKinds } from '../../domain/case/event-kinds.ts';
import type { Look } from '../../domain/report/first-look.ts';
import type { Reader } from './open.ts';
import { routeOf } from './reports.ts';

/** By this service's clock throughout. */
export async function firstLooks(db: Reader): Promise<Look[]> {
	const firsts = db
		.selectFrom('case_event')
		.select(({ fn }) => ['case_event.report', fn.min('case_event.at').as('first')])
		.where('case_event.kind', 'in', handlerKinds)
		.groupBy('case_event.report')
		.as('looked');
	const rows = await db
		.selectFrom('report')
		.leftJoin(firsts, 'looked.report', 'report.id')
		.select(['report.route', 'report.at', 'looked.first'])
		.execute();
	return rows.map((row) => ({ route: routeOf(row), at: row.at, first: row.first === null ? null : Number(row.first) }));
}
