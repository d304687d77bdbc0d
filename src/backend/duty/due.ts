/** What somebody of a wiki is to be told of at this time, and whose turn it is. */
import { dutyTerm, stageAfter, urgentRoutes, type DutyStage } from '../../domain/config/duty.ts';
import type { WikiConfig } from '../../domain/config/model.ts';
import { dueOf, type Deadlines } from '../../domain/report/deadlines.ts';
import { overdue, unseen, type Waiting, type Wanted } from '../store/duty.ts';
import type { Reader } from '../store/open.ts';
import { routeOf, stateOf } from '../store/reports.ts';

export interface DueAlert extends Wanted {
	readonly stage: DutyStage;
	readonly row: Waiting;
}

/** When the wait for somebody began (ms), with its reason. */
function begin(row: Waiting, isLate: boolean, deadlines: Deadlines): { reason: string; from: number } {
	const [appealed, contested] = [row.appealed_at ?? 0, row.contested_at ?? 0];
	const again = Math.max(appealed, contested) || null;
	const how = contested > appealed ? 'contest' : 'appeal';
	if (!isLate) return { reason: again === null ? 'new' : how, from: again ?? row.at };
	const due = dueOf({ ...row, state: stateOf(row), route: routeOf(row) }, deadlines, again);
	const reason = row.state === 'received' ? 'late-look' : again === null ? 'late' : `late-${how}`;
	return { reason, from: due?.by ?? row.at };
}

export async function dueAlerts(
	db: Reader,
	wiki: string,
	{ duty }: Pick<WikiConfig, 'duty'>,
	deadlines: Deadlines,
	now: number,
): Promise<DueAlert[]> {
	const term = { urgent: dutyTerm('threat', duty), other: dutyTerm('conduct', duty) };
	const late = await overdue(db, wiki, deadlines, term, now);
	const lateOnes = new Set(late.map((row) => row.id));
	const fresh = (await unseen(db, wiki, term, now)).filter((row) => !lateOnes.has(row.id));
	return [...late, ...fresh].map((row) => {
		const { reason, from } = begin(row, lateOnes.has(row.id), deadlines);
		const route = routeOf(row);
		const urgent = urgentRoutes.includes(route);
		return { report: row.id, reason, stage: stageAfter(now - from, route, duty), urgent, row };
	});
}
